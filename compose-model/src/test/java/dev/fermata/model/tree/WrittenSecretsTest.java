package dev.fermata.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.SourceText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'secrets:;  a:;# x;    file: b;x-a: c' | 'secrets:;  a:;# x;    file: *****;x-a: c'",
        "'services:;  web:;    secrets:;      - a' | 'services:;  web:;    secrets:;      - a'",
        "'secrets:;- a;- b;x: y' | 'secrets:;- *****;- *****;x: y'",
        "'{;  \"secrets\": {;    \"a\": 1;  },;  \"b\": c;}'"
            + " | '{;  \"secrets\": {;    \"a\": *****;  },;  \"b\": c;}'",
        "'{\"name\": \"b\", \"secrets\": {\"a\": {}}}' | '{\"name\": \"b\", \"secrets\": {\"a\": {}}}'",
        "'secrets: {a: {file: b}};---;name: c' | 'secrets: {a: {file: *****}};---;name: c'",
      })
  void only_what_stands_below_the_section_of_that_name_is_secret(String text, String expected) {
    assertThat(open(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "A_KEY: |;  x;;  y: z;B: c > A_KEY: *****;  *****;;  *****;B: c",
        "- name: x;  A_KEY: !t &a |-;   b;  B: c > - name: x;  A_KEY: *****;   *****;  B: c",
        "- A_KEY=x;  y;- B=c > - A_KEY=*****;  *****;- B=c",
        "- A_KEY=pg://u:p@h x;  y;- B=c > - A_KEY=*****;  *****;- B=c",
        "A_KEY: x;B: \u0000;C_KEY=y > A_KEY: *****;B: \u0000;C_KEY=*****",
        "A_KEY: \"x;y;z\";B: c > A_KEY: *****;*****;*****;B: c",
        "- 'A_KEY=x;  y';- B=c > - 'A_KEY=*****;  *****';- B=c",
        "A_KEY: \"x\\\";y\";B: c > A_KEY: *****;*****;B: c",
        "export A_KEY='x;y';B=c > export A_KEY=*****;*****;B=c",
        "token: &a;  x: y > token: &a;  x: y",
        "token:;  x: y > token:;  x: y",
        "token: {;  x: y} > token: {;  x: y}",
        "A_KEY:;  x;B: c > A_KEY:;  *****;B: c",
        "A_KEY: &a;  x;B: c > A_KEY: *****;  *****;B: c",
        "A_KEY: # c;;  - x;B: c > A_KEY: *****;;  - *****;B: c",
        "? A_KEY;: x > ? A_KEY;: *****",
        "- A_KEY=;  x: y;- B=c > - A_KEY=;  *****;*****",
        "{A: b, A_KEY: \"x;  y\", B: c} > {A: b, A_KEY: *****;  *****, B: c}",
        "{A_KEY: \"x; y\", B_KEY: \"z; q\"};C: d > {A_KEY: *****; *****, B_KEY: *****; *****};C: d",
        "- \"A_KEY=\";- B=c;- \"C=d\" > - \"A_KEY=\";- B=c;- \"C=d\"",
        "[a, \"--token=\"];b: \"c\" > [a, \"--token=\"];b: \"c\"",
        "- \"A_KEY=x; y\";B: c > - \"A_KEY=*****; *****\";B: c",
        "\"A_KEY\":;  \"x\", > \"A_KEY\":;  *****",
      })
  void a_value_named_like_a_credential_is_secret_to_its_end(String text, String expected) {
    assertThat(open(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DB_PASSWORD: x # y | DB_PASSWORD: ***** # y",
        "{A: a, \"API-KEY\": \"x\"} | {A: a, \"API-KEY\": *****}",
        "command: run --token=x --more | command: run --token=*****",
        "DB_PASSWORD_FILE: /x | DB_PASSWORD_FILE: /x",
        "A_TOKEN: ${T:?set it} | A_TOKEN: ${T:?set it}",
        "url: pg://${DB_PASSWORD:?set it}/ | url: pg://${DB_PASSWORD:?set it}/",
        "A_TOKEN: ${T:-x} | A_TOKEN: *****",
        "{A_TOKEN: $T, B_TOKEN: x} | {A_TOKEN: $T, B_TOKEN: *****}",
        "- {name: DB_PASSWORD, value: x} | - {name: DB_PASSWORD, value: *****}",
        "context: https://me:x@host/y.git | context: https://me:*****@host/y.git",
        "context: https://me:${PW}@host/y | context: https://me:${PW}@host/y",
        "context: https://abcdefghij0123456789@host | context: https://*****@host",
        "- oci://host:5000/x@sha256:01 | - oci://host:5000/x@sha256:01",
        "- docker-image://alpine:3.19@sha256:01 | - docker-image://alpine:3.19@sha256:01",
        "u: pg://me:x/y@db/z | u: pg://me:*****@db/z",
        "a: {secrets: [token, db]} | a: {secrets: [token, db]}",
        "networks: {auth: {aliases: [a]}, token: null} | networks: {auth: {aliases: [a]}, token: null}",
        "auth: {image: a, A_KEY: x} | auth: {image: a, A_KEY: *****}",
        "- token:/data | - token:/data",
        "A_KEY: null.x | A_KEY: *****",
        "A_KEY: ~x | A_KEY: *****",
        "A_KEY={x | A_KEY=*****",
        "DBPASS: x | DBPASS: *****",
        "u: pg://me:p@x@h | u: pg://me:*****@h",
        "DB_PASSWORD:hunter2 | DB_PASSWORD:*****",
        "PWD: /home | PWD: /home",
        "MYSQL_PWD: x | MYSQL_PWD: *****",
        "ROOT_PW: x | ROOT_PW: *****",
        "PRIVATEKEY: x | PRIVATEKEY: *****",
        "MONKEY: x | MONKEY: x",
        "credential_spec: {file: x} | credential_spec: {file: x}",
      })
  void of_a_line_the_value_alone_is_masked(String line, String shown) {
    assertThat(open(line)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secrets: {s: {content: x}} | secrets: {s: {content: *****}}",
        "content: user: pass | content: *****",
        "{\"content\":\"x\"} | {\"content\":*****}",
        "- x | - *****",
        "x | *****",
        "s: { | s: {",
        "environment: ${X} | environment: ${X}",
      })
  void below_secrets_every_value_is_one(String line, String shown) {
    assertThat(open("secrets:;  " + line)).isEqualTo("secrets:;  " + shown);
  }

  /** With semicolons for line ends. */
  private static String open(String text) {
    var source = new SourceText("compose.yaml", text.replace(';', '\n'));
    WrittenSecrets secrets = WrittenSecrets.in(source);
    return IntStream.rangeClosed(1, source.lineCount())
        .mapToObj(line -> new Quote(source.line(line), secrets.onLine(line)).maskedAsIs())
        .collect(Collectors.joining(";"));
  }
}
