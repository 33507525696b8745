package dev.fermata.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.builder.Attributes;
import dev.fermata.planner.label.Labels;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneratedFileTest {

  private static DescribedContainer container(
      String id, Map<String, String> labels, Attributes service) {
    return new DescribedContainer(
        id, "c-" + id, new TreeMap<>(labels), service.mapping(), List.of(), List.of(), none());
  }

  private static SortedMap<String, String> none() {
    return new TreeMap<>();
  }

  private static Attributes image() {
    return Attributes.of("service").set("image", "busybox");
  }

  private static Map<String, String> labels(String project, String service, int number) {
    return Map.of(
        Labels.PROJECT, project, Labels.SERVICE, service, Labels.NUMBER, String.valueOf(number));
  }

  private static String yaml(DescribedContainer... containers) {
    return yaml(Optional.empty(), containers);
  }

  private static String yaml(Optional<Path> folder, DescribedContainer... containers) {
    var document = new GeneratedFile(Optional.empty(), folder).of(List.of(containers));
    return ConfigYaml.text(document, Dollars.DOUBLED);
  }

  @Test
  void replicas_are_one_service_as_the_first_of_them_is() {
    assertThat(
            yaml(
                container("b", labels("shop", "web", 2), image().set("user", "second")),
                container("a", labels("shop", "web", 1), image().set("user", "first"))))
        .isEqualTo(
            """
            services:
              web:
                image: busybox
                user: first
                scale: 2
            """);
  }

  @Test
  void services_of_two_projects_that_have_one_name_are_called_as_their_containers() {
    assertThat(
            yaml(
                container("a", labels("shop", "web", 1), image()),
                container("b", labels("blog", "web", 1), image())))
        .contains("  c-a:\n", "  c-b:\n")
        .doesNotContain("web");
  }

  @Test
  void a_namespace_of_a_container_in_the_file_is_that_of_its_service() {
    assertThat(
            yaml(
                container("a", Map.of(), image()),
                container("b", Map.of(), image().set("network_mode", "container:a")),
                container("c", Map.of(), image().set("pid", "container:away"))))
        .contains("network_mode: service:c-a\n", "pid: container:away\n");
  }

  @Test
  void what_is_mounted_from_the_files_folder_has_a_relative_path() {
    var mounts =
        List.of(
            Map.of("type", "bind", "source", "/home/me/shop/data", "target", "/data"),
            Map.of("type", "bind", "source", "/etc/ssl", "target", "/ssl"),
            Map.of("type", "volume", "source", "/home/me/shop", "target", "/odd"));

    assertThat(
            yaml(
                Optional.of(Path.of("/home/me/shop")),
                container("a", Map.of(), image().set("volumes", mounts))))
        .contains("source: ./data\n", "source: /etc/ssl\n", "source: /home/me/shop\n");
  }

  @Test
  void networks_and_volumes_are_those_that_are_there() {
    var attachments = Map.of("front", Map.of("aliases", List.of("c-a", "shop")), "back", Map.of());
    var container =
        new DescribedContainer(
            "a",
            "c-a",
            none(),
            image().set("networks", attachments).mapping(),
            List.of("back", "front"),
            List.of("data"),
            new TreeMap<>(Map.of("password", "/home/me/password")));

    assertThat(yaml(container))
        .isEqualTo(
            """
            services:
              c-a:
                image: busybox
                networks:
                  back: {}
                  front:
                    aliases:
                      - shop
                scale: 1
            networks:
              back:
                external: true
              front:
                external: true
            volumes:
              data:
                external: true
            secrets:
              password:
                file: /home/me/password
            """);
  }
}
