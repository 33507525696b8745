package dev.fermata.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DB_PASSWORD: x # y | DB_PASSWORD: *****",
        "{A: a, \"API-KEY\": \"x\"} | {A: a, \"API-KEY\": *****",
        "command: run --token=x --more | command: run --token=*****",
        "DB_PASSWORD_FILE: /x | DB_PASSWORD_FILE: /x",
        "A_TOKEN: ${T:?set it} | A_TOKEN: ${T:?set it}",
        "url: pg://${DB_PASSWORD:?set it}/ | url: pg://${DB_PASSWORD:?set it}/",
        "A_TOKEN: ${T:-x} | A_TOKEN: *****",
        "{A_TOKEN: $T, B_TOKEN: x} | {A_TOKEN: *****",
        "- {name: DB_PASSWORD, value: x} | - {name: DB_PASSWORD, value: *****",
        "context: https://me:x@host/y.git | context: https://me:*****",
        "context: https://me:${PW}@host/y | context: https://me:${PW}@host/y",
        "context: https://abcdefghij0123456789@host | context: https://*****",
        "- oci://host:5000/x@sha256:01 | - oci://host:5000/x@sha256:01",
        "- docker-image://alpine:3.19@sha256:01 | - docker-image://alpine:3.19@sha256:01",
        "u: pg://me:x/y@db/z | u: pg://me:*****",
        "secrets: [token, db] | secrets: [token, db]",
        "networks: {auth: {aliases: [a]}, token: null} | networks: {auth: {aliases: [a]}, token: null}",
        "auth: {image: a, A_KEY: x} | auth: {image: a, A_KEY: *****",
        "- token:/data | - token:/data",
        "A_KEY: null.x | A_KEY: *****",
        "A_KEY: ~x | A_KEY: *****",
        "A_KEY={x | A_KEY=*****",
        "DBPASS: x | DBPASS: *****",
        "u: pg://me:p@x@h | u: pg://me:*****",
        "DB_PASSWORD:hunter2 | DB_PASSWORD:*****",
        "PWD: /home | PWD: /home",
        "MYSQL_PWD: x | MYSQL_PWD: *****",
        "ROOT_PW: x | ROOT_PW: *****",
        "PRIVATEKEY: x | PRIVATEKEY: *****",
        "MONKEY: x | MONKEY: x",
        "credential_spec: {file: x} | credential_spec: {file: x}",
      })
  void a_line_is_cut_before_what_may_be_secret(String line, String shown) {
    assertThat(Credentials.mask(line)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secrets: {s: {content: x}} | secrets: {s: {content: *****",
        "content: user: pass | content: *****",
        "\"content\":\"x\" | \"content\":*****",
        "- x | - *****",
        "x | *****",
        "s: { | s: {",
        "environment: ${X} | environment: ${X}",
      })
  void below_secrets_every_value_is_one(String line, String shown) {
    assertThat(Credentials.maskValues(line)).isEqualTo(shown);
  }
}
