package dev.fermata.cli.hostile;

import static dev.fermata.cli.hostile.HostileFiles.compose;
import static dev.fermata.cli.hostile.HostileFiles.files;
import static dev.fermata.cli.hostile.HostileFiles.large;
import static dev.fermata.cli.hostile.HostileFiles.lines;
import static dev.fermata.cli.hostile.HostileFiles.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code config} on hostile input, in a process with 256 MiB of heap and small stacks: it must end
 * soon, and with a sentence. What is said to be harmless must load.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
  /** Of processor time. The native binary is to end within 2 seconds; this is code not yet warm. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private SmallProcess process;

  @BeforeAll
  void start() throws IOException {
    process = new SmallProcess();
  }

  @AfterAll
  void end() throws IOException {
    process.close();
  }

  @Test
  void aliases_and_merge_keys_that_multiply() throws IOException {
    refused(compose(HostileFiles.aliasBomb()), "aliases up to here stand for");
    refused(compose(HostileFiles.mergeBomb()), "aliases up to here stand for");
    String megabyte = "x-a: &a \"" + "z".repeat(1_000_000) + "\"\nservices:\n";
    refused(
        compose(megabyte + lines(3_000, i -> "  s" + i + ": {image: i, cpus: *a}")),
        "aliases up to here stand for");
    refused(compose("a: &a {b: {c: *a}}"), "stands inside of what it names");
    refused(compose("a: &a\n  b:\n    <<: *a\n"), "stands inside of what it names");
    String base = "x-b: &b {" + "k%d: 1, ".repeat(3_000).formatted(numbers(3_000)) + "}\n";
    refused(compose(base + lines(3_000, i -> "x-" + i + ": {<<: *b}")), "aliases up to here");
  }

  @Test
  void deep_nesting_of_every_kind() throws IOException {
    String deep = "nested more than 200 levels";
    refused(compose("[".repeat(10_000)), deep);
    refused(compose("{a: ".repeat(10_000)), deep);
    refused(compose("x: " + "[".repeat(10_000) + "]".repeat(10_000)), deep);
    refused(compose("- ".repeat(10_000) + "a"), deep);
    refused(compose("? ".repeat(10_000) + "a"), deep);
    refused(compose(lines(2_000, i -> " ".repeat(i) + "a:")), deep);
    String flow = "x-a: " + "[".repeat(190) + "]".repeat(190) + "\n";
    harmless(compose(flow + service("init: true")));
  }

  @Test
  void deep_nesting_of_defaults() throws IOException {
    String nested = "${A:-".repeat(10_000) + "}".repeat(10_000);
    refused(compose(service("hostname: \"" + nested + "\"")), "defaults are nested too deep");
    refused(compose(service("hostname: \"" + "${".repeat(100_000) + "\"")), "without its `}`");
    refused(compose(service("hostname: \"" + "${A:-{".repeat(10_000) + "}\"")), "");
  }

  @Test
  void chains_of_files_and_services() throws IOException {
    refused(HostileFiles.includeChain(2_000), "includes in a chain of more than 100");
    refused(HostileFiles.includeBomb(), "more than 10000 in all");
    refused(HostileFiles.extendsChain(2_000), "extend each other in a chain");
    String chain = "services:\n" + lines(5_000, i -> "  s%d: {extends: s%d}".formatted(i, i + 1));
    refused(compose(chain + "  s5000: {image: web}\n"), "extend each other in a chain");
    String down = "services:\n  s0: {image: web}\n" + lines(300, i -> extending(i + 1, i));
    refused(compose(down), "extend each other in a chain");
    String waiting =
        lines(8_000, i -> "  s%d: {image: web, depends_on: [s%d]}".formatted(i, i + 1));
    harmless(compose("services:\n" + waiting + "  s8000: {image: web}\n"));
  }

  @Test
  void large_files() throws IOException {
    String large = "larger than 16 MiB";
    refused(compose("services: {web: {image: \"" + large("x") + "\"}}"), large);
    refused(compose(large("a: b\n")), large);
    refused(compose("a: &a b\nc: [" + large("*a, ") + "]"), large);
    refused(files("compose.yaml", service("init: true"), ".env", large("A=b\n")), large);
  }

  @Test
  void files_with_too_much_in_them() throws IOException {
    String entries = "more than 20000 entries";
    String x = "x".repeat(15_000_000);
    refused(compose("services: {web: {image: \"" + x + "\"}}"), "more than 1 MiB of text");
    refused(compose(service("command: " + "a ".repeat(7_000_000))), "more than 1 MiB of text");
    refused(compose("services:\n" + lines(1_000_000, i -> "  s%d:".formatted(i))), entries);
    refused(compose("x: [" + "a,".repeat(7_000_000) + "]"), entries);
    refused(compose(service("ports:" + "\n      - 80:80".repeat(1_000_000))), entries);
    refused(compose("services:\n  web:\n".repeat(500_000)), entries);
    refused(compose("---\n".repeat(3_500_000)), "more than 1000 documents");
  }

  @Test
  void files_that_are_just_not_too_large() throws IOException {
    harmless(compose("#" + "\n".repeat(15_000_000) + service("init: true")));
    refused(
        compose("services:\n" + lines(20_000, i -> "  s%d:".formatted(i))),
        "more mistakes are not shown");
    refused(
        compose("services:\n  web:\n" + lines(20_000, i -> "    attribute" + i + ": 1")),
        "more mistakes are not shown");
    refused(compose(service("depends_on: [" + list(20_000) + "]")), "more mistakes are not shown");
    harmless(compose(service("security_opt: [" + list(20_000) + "]")));
  }

  @Test
  void few_lines_that_stand_for_much() throws IOException {
    String ranges = lines(20, i -> "      - 127.0.0.%d:1-65000:1-65000".formatted(i));
    refused(compose(service("ports:\n" + ranges)), "more than 100000 ports");
    String base =
        "  base:\n    image: web\n    environment:\n" + lines(1_000, i -> "      K" + i + ":");
    String extending = lines(3_000, i -> "  s%d: {extends: base}".formatted(i));
    refused(compose("services:\n" + base + extending), "more than 2000000 values from others");
    String reading = lines(3_000, i -> "  s%d: {image: web, env_file: .env}".formatted(i));
    refused(
        files("compose.yaml", "services:\n" + reading, ".env", lines(1_000, i -> "K" + i + "=v")),
        "more than 2000000 variables from files");
    String circle =
        lines(10_000, i -> "  s%d: {image: web, depends_on: [s%d]}".formatted(i, (i + 1) % 10_000));
    refused(compose("services:\n" + circle), "... (9980 more)");
  }

  @Test
  void what_is_no_text() throws IOException {
    refused(compose(new byte[] {'a', ':', ' ', (byte) 0xC3, 0x28}), "not valid UTF-8");
    refused(compose("a: \"\0\""), "U+0000 is not allowed");
    refused(compose(new byte[1_000_000]), "U+0000 is not allowed");
    refused(compose(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8}), "not");
    String text = "\uFEFF" + service("init: true");
    harmless(compose(text.getBytes(StandardCharsets.UTF_16LE)));
    harmless(compose(text.getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void long_names_and_lines() throws IOException {
    String name = "x".repeat(1_000_000);
    refused(compose("services: {\"" + name + "\": {}}"), "");
    refused(compose("services:\n  web:\n    ? " + name + "\n    : 1\n"), "unknown attribute");
    refused(compose(service("depends_on: [\"" + name + "\"]")), "");
    refused(compose("token".repeat(200_000) + ": {{"), "");
    refused(compose(service("restart: " + "on-failure:".repeat(100_000))), "");
    refused(compose(service("ports: [\"" + "1:".repeat(500_000) + "\"]")), "");
    refused(compose(service("pull_policy: every_" + "1w".repeat(500_000))), "");
    String digits = "9".repeat(1_000_000);
    refused(compose(service("mem_limit: " + digits)), "");
    refused(compose(service("mem_limit: " + "1_".repeat(500_000) + "1m")), "");
    refused(compose(service("stop_grace_period: " + digits + "s")), "");
    refused(compose(service("pids_limit: \"" + digits + "\"")), "");
    harmless(compose(service("stop_grace_period: " + "1s".repeat(500_000))));
    harmless(compose(service("command: " + "a ".repeat(500_000))));
    harmless(compose(service("hostname: \"" + "1:".repeat(500_000) + "\"")));
  }

  @Test
  void variables_that_multiply() throws IOException {
    String self = "A=xxxxxxxxxx\n" + "A=$A$A$A$A$A$A$A$A\n".repeat(50_000);
    refused(files("compose.yaml", service("hostname: $A"), ".env", self), "grow");
    String doubling = "A0=xxxxxxxxxx\n" + lines(40, i -> "A%d=$A%d$A%d".formatted(i + 1, i, i));
    refused(files("compose.yaml", service("hostname: $A20"), ".env", doubling), "grow");
    String once = "A=" + "x".repeat(900_000) + "\n";
    String often = "x-a:\n" + "  - $A\n".repeat(10_000) + service("init: true");
    refused(files("compose.yaml", often, ".env", once), "grow to more than 16 MiB");
    harmless(compose(service("hostname: \"" + "$A ".repeat(300_000) + "\"")));
    harmless(compose("x-a: \"" + lines(100_000, i -> "\\x24A" + i) + "\"\n" + service("tty: on")));
  }

  @Test
  void devices_pipes_and_folders() throws IOException, InterruptedException {
    refused(compose(service("env_file: /dev/zero")), "larger than 16 MiB");
    harmless(compose(service("env_file: /dev/null")));
    refused(compose("include: [/dev/zero]\n"), "larger than 16 MiB");
    refused(compose(service("env_file: .")), "it is a folder");
    refused(compose("include: [..]\n"), "it is a folder");
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused(compose("include: [" + pipe + "]\n"), "nobody writes into this pipe");
    refused(compose(service("env_file: " + pipe)), "nobody writes into this pipe");
  }

  @Test
  void other_peoples_files_are_not_quoted() throws IOException {
    Path outside = Files.writeString(folder.resolve("id_key"), "BEGIN top secret\n");
    assertThat(said(compose("include: [" + outside + "]\n"))).doesNotContain("top secret");
    assertThat(said(compose(service("env_file: " + outside)))).doesNotContain("top secret");
    String extending = "services: {web: {extends: {file: " + outside + ", service: web}}}\n";
    assertThat(said(compose(extending))).doesNotContain("top secret");
    assertThat(said(compose("include: [../id_key]\n"))).doesNotContain("top secret");
  }

  @Test
  void patterns_of_service_names() throws IOException {
    SmallProcess.Answer answer =
        process.run(
            project(compose(service("init: true"))), List.of("config", "*".repeat(50) + "x"));
    assertThat(answer.stderr()).contains("no such service");
    assertThat(answer.time()).isLessThan(BOUND);
  }

  private static String extending(int service, int base) {
    return "  s%d: {extends: s%d}".formatted(service, base);
  }

  private static Object[] numbers(int count) {
    return java.util.stream.IntStream.range(0, count).boxed().toArray();
  }

  private static String list(int count) {
    return lines(count, i -> "item" + i + ",");
  }

  private void refused(Map<String, byte[]> files, String sentence) throws IOException {
    assertThat(said(files)).contains(sentence).contains("error: ");
  }

  private void harmless(Map<String, byte[]> files) throws IOException {
    SmallProcess.Answer answer = ended(files);
    assertThat(answer.exit()).as(answer.stderr()).isZero();
  }

  private String said(Map<String, byte[]> files) throws IOException {
    SmallProcess.Answer answer = ended(files);
    assertThat(answer.exit()).as(answer.stderr()).isNotZero();
    return answer.stderr();
  }

  /** Whichever way, it ends soon and without a bug. */
  private SmallProcess.Answer ended(Map<String, byte[]> files) throws IOException {
    SmallProcess.Answer answer = process.run(project(files), List.of("config", "-q"));
    assertThat(answer.stderr())
        .doesNotContain("this is a bug")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(answer.time()).isLessThan(BOUND);
    return answer;
  }

  private Path project(Map<String, byte[]> files) throws IOException {
    Path project = Files.createTempDirectory(folder, "project");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(project.resolve(file.getKey()), file.getValue());
    }
    return project;
  }
}
