package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.fermata.runner.docker.image.CredentialHelper.Answer;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CredentialHelperTest {
  private static final String STUCK = "echo $$ > pid; sleep 1000 & echo $! > child; wait";

  @TempDir private Path folder;

  private CredentialHelper helper(String script, Duration limit) throws IOException {
    Path program = folder.resolve("docker-credential-x");
    Files.writeString(program, "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new CredentialHelper(program.toString(), limit);
  }

  @Test
  void a_login_is_what_the_program_says() throws IOException {
    var helper =
        helper("read r; echo '{\"Username\":\"u\",\"Secret\":\"'$r'\"}'", Duration.ofMinutes(1));
    assertThat(helper.ask("example.org"))
        .isEqualTo(new Answer.Known(new RegistryLogin.Password("u", "example.org")));
  }

  @Test
  void one_that_has_none_says_so_on_its_output() throws IOException {
    String script = "echo credentials not found in native keychain; exit 1";
    assertThat(helper(script, Duration.ofMinutes(1)).ask("example.org"))
        .isEqualTo(new Answer.Unknown());
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3, it ended with exit code 3",
    "echo the key ring >&2; echo is locked >&2; exit 1, the key ring is locked",
    "read r; echo locked; exit 1, locked",
  })
  void one_that_cannot_look_is_told_in_its_own_words(String script, String why) throws IOException {
    var helper = helper(script, Duration.ofMinutes(1));
    assertThat(helper.ask("example.org"))
        .isEqualTo(
            new Answer.Failed(
                "`%s` gives no login to `example.org`: %s".formatted(helper.program(), why)));
  }

  @Test
  void one_that_is_not_there_is_named() {
    var helper = new CredentialHelper("docker-credential-nobody-has", Duration.ofMinutes(1));
    assertThat(helper.ask("example.org"))
        .isEqualTo(
            new Answer.Failed(
                "`docker-credential-nobody-has` gives no login to `example.org`: there is no such"
                    + " program on the `PATH`"));
  }

  @ParameterizedTest
  @CsvSource({"echo my secret", "echo '[]'", "echo '{'"})
  void nothing_is_told_of_what_is_printed_in_place_of_a_login(String script) throws IOException {
    var helper = helper(script, Duration.ofMinutes(1));
    assertThat(helper.ask("example.org"))
        .isEqualTo(
            new Answer.Failed(
                "`%s` gives no login to `example.org`: it prints something else than a login"
                    .formatted(helper.program())));
  }

  @Test
  void one_that_hangs_is_ended_with_its_children() throws IOException {
    var helper = helper(STUCK, Duration.ofSeconds(1));
    var failure = catchThrowableOfType(EngineException.class, () -> helper.ask("example.org"));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure)
        .hasMessage("`%s` has given no login to `example.org` within 1 s", helper.program());
    assertAllGone();
  }

  @Test
  void an_interrupt_ends_it_as_well() throws Exception {
    var helper = helper(STUCK, Duration.ofMinutes(10));
    var kind = new CompletableFuture<Kind>();
    Thread asking =
        Thread.ofVirtual()
            .start(() ->
                kind.complete(
                    catchThrowableOfType(EngineException.class, () -> helper.ask("x")).kind()));
    await().until(() -> isWritten("child"));
    asking.interrupt();
    assertThat(kind.join()).isEqualTo(Kind.INTERRUPTED);
    assertAllGone();
  }

  private boolean isWritten(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) && !Files.readString(path).isBlank();
  }

  private void assertAllGone() throws IOException {
    for (String file : new String[] {"pid", "child"}) {
      long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
      await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
  }
}
