package dev.fermata.cli.text.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.YamlReader;
import org.junit.jupiter.api.Test;

class ConfigYamlTest {
  @Test
  void writes_text_in_the_style_of_docker_compose() {
    String yaml =
        """
        name: shop
        services:
          web:
            image: nginx
            labels:
              block: |
                one
                  two
              colon: 'a: b'
              dollar: $$HOME
              empty: ""
              keep: |+
                one

              led: |2-
                  one
                two
              number: "8080"
              'off': 'on'
              quote: it's
              sexagesimal: '22:22'
              strip: |-
                one
                two
              tab: "a\\tb"
            networks:
              default: null
            ports:
              - mode: ingress
                target: 80
                published: "8080"
            tty: true
        """;
    assertThat(ConfigYaml.text(tree(yaml), Dollars.KEPT)).isEqualTo(yaml);
  }

  @Test
  void leaves_out_what_stands_in_for_absent_values() {
    String text = ConfigYaml.text(tree("services: {web: {command: null, image: a}}"), Dollars.KEPT);
    assertThat(text).doesNotContain("command");
  }

  @Test
  void doubles_dollars_so_that_the_model_can_be_read_again() {
    Mapping tree = tree("x-a: $HOME\n");
    assertThat(ConfigYaml.text(tree, Dollars.DOUBLED)).isEqualTo("x-a: $$HOME\n");
    assertThat(ConfigJson.text(tree, Dollars.DOUBLED)).isEqualTo("{\n  \"x-a\": \"$$HOME\"\n}");
  }

  @Test
  void writes_control_characters_in_json_as_docker_compose_does() {
    Mapping tree = tree("x-a: \"\\e[1m\"\n");
    assertThat(ConfigJson.text(tree, Dollars.KEPT)).isEqualTo("{\n  \"x-a\": \"\\u001b[1m\"\n}");
  }

  private static Mapping tree(String yaml) {
    var read = YamlReader.read(new SourceText("compose.yaml", yaml));
    assertThat(read.diagnostics()).isEmpty();
    return (Mapping) read.value().orElseThrow().getFirst();
  }
}
