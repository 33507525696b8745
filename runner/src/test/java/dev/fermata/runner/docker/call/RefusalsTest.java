package dev.fermata.runner.docker.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines answered, as dev/record-refusals wrote it, and what we make of it. */
class RefusalsTest {
  private static final Path RECORDED = Path.of("src/test/cases/refusals");

  @TestFactory
  Stream<DynamicTest> recorded_refusals_have_our_words() throws IOException {
    List<Path> engines;
    try (var files = Files.list(RECORDED)) {
      engines = files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    assertThat(engines).hasSizeGreaterThan(1);
    return engines.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static void compare(Path recorded) throws IOException {
    String actual =
        RefusalRecord.of(recorded).stream().map(RefusalsTest::told).reduce("", String::concat);
    Path expected = Path.of(recorded.toString().replace(".tsv", ".txt"));
    if ("write".equals(System.getProperty("fermata.golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String told(RefusalRecord refusal) {
    EngineException told = refusal.told();
    String hint = told.hint().isEmpty() ? "" : "    " + told.hint() + "\n";
    return "%s: %s\n    %s\n%s".formatted(refusal.name(), told.kind(), told.getMessage(), hint);
  }

  /** What cannot be provoked at will. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PULL | 404 | manifest for busybox:9 not found: manifest unknown: manifest unknown | IMAGE_NOT_FOUND | there is no image `shop/web:1` in the registry",
        "PULL | 404 | pull access denied for nope, repository does not exist or may require 'docker login' | ACCESS_DENIED | the image `shop/web:1` does not exist in the registry, or needs a login",
        "PULL | 404 | no matching manifest for linux/s390x in the manifest list entries | IMAGE_NOT_FOUND | the image `shop/web:1` is not there for the platform `linux/s390x`",
        "PULL | 500 | Get \"https://reg:5443/v2/\": tls: failed to verify certificate: x509: certificate signed by unknown authority | REGISTRY_UNREACHABLE | the engine does not trust the certificate of the registry at `reg:5443`",
        "PUSH | 500 | Get \"https://reg:5443/v2/\": tls: failed to verify certificate: x509: certificate is valid for a, not reg | REGISTRY_UNREACHABLE | the engine does not accept the certificate of the registry at `reg:5443`: certificate is valid for a, not reg",
        "DISTRIBUTION | 500 | Get \"https://reg:5001/v2/\": http: server gave HTTP response to HTTPS client | REGISTRY_UNREACHABLE | the registry at `reg:5001` does not speak TLS, and the engine wants it to",
        "DISTRIBUTION | 500 | Get \"http://reg:5443/v2/\": net/http: HTTP/1.x transport connection broken: malformed HTTP response \"\\x15\\x03\\x03\\x00\\x02\\x02P\" | REGISTRY_UNREACHABLE | the registry at `reg:5443` speaks TLS only, and the engine's encrypted call to it failed",
        "PULL | 500 | error pulling image configuration: download failed after attempts=6: read tcp 127.0.0.1:34432->127.0.0.1:5002: read: connection reset by peer | REGISTRY_UNREACHABLE | a part of `shop/web:1` has not come in 6 attempts of the engine",
        "START | 500 | failed to bind host port for [::1]:5000:172.18.0.2:80/tcp: address already in use | PORT_IN_USE | port `5000` is already in use by another program on the engine's host",
        "START | 500 | write /var/lib/docker/x: no space left on device | NO_SPACE | there is no space left on the engine's disk",
        "INSPECT | 400 | client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade | NOT_SUPPORTED | this engine needs API version 1.44 or newer; version 1.41 was used",
        "EXEC | 400 | OCI runtime exec failed: exec failed: unable to start container process: error executing setns process: exit status 1 | CONFLICT | the container is not running",
        "EXEC | 400 | OCI runtime exec failed: exec failed: cannot exec in a stopped container: unknown | CONFLICT | the container is not running",
        "EXEC | 400 | OCI runtime exec failed: exec failed: unable to start container process: error writing config to pipe: write init-p: broken pipe: unknown | CONFLICT | the container is not running",
        "START | 500 | driver failed programming external connectivity on endpoint web-4 (380a): all ports are allocated | PORT_IN_USE | no port of a published range is free on the engine's host",
        "START | 404 | cannot access path /var/lib/docker/volumes/shop_data/_data/sub: lstat /var/lib/docker/volumes/shop_data/_data/sub: no such file or directory | INVALID | the volume `shop_data` has no `sub`, which is to be mounted",
        "LOGS | 409 | can not get logs from container which is dead or marked for removal | NOT_FOUND | the container is being removed",
        "CREATE_CONTAINER | 400 | invalid mount config for type \"bind\": bind source path does not exist: /srv/a:b | PATH_MISSING | the path `/srv/a:b`, which is to be mounted, does not exist on the engine's host",
        "CREATE_CONTAINER | 400 | invalid mount config for type \"volume\": invalid mount path: 'd:/d' mount path must be absolute | INVALID | `d:/d` is read as a path on a Windows drive, which no container of this engine has",
        "START | 500 | failed to set up container networking: failed to add interface veth68 to sandbox: error renaming interface \"veth68\" to \"bad name\": invalid argument | INVALID | the container's network interface cannot be named `bad name`: invalid argument",
        "START | 500 | runc create failed: error during container init: error setting rlimits for ready process: error setting rlimit type 7: operation not permitted | INVALID | the engine may not set a limit as high as one of its `ulimits`",
        "START | 400 | network shop_default is ambiguous (2 matches found on name) | AMBIGUOUS | the engine has 2 networks with the name `shop_default`",
        "START | 500 | nobody knows | OTHER | cannot start the container: nobody knows",
      })
  void texts_become_kinds_and_our_words(
      Call call, int status, String said, Kind kind, String message) {
    var refusal = Refusals.of(call.about("shop/web:1"), status, said);
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal).hasMessage(message);
    assertThat(refusal.detail()).isEqualTo(said);
  }

  /** A port that is taken, told of a network, would send somebody to look for a port. */
  @Test
  void the_same_words_mean_what_the_call_is_about() {
    String said = "Address already in use";
    assertThat(Refusals.of(Call.START.about("web"), 403, said).kind())
        .isEqualTo(Kind.ADDRESS_IN_USE);
    assertThat(Refusals.of(Call.CONNECT.about("back"), 403, said))
        .hasMessage("an address of the container is already in use on the network `back`");
    assertThat(Refusals.of(Call.PULL.about("x"), 403, said).kind()).isEqualTo(Kind.ACCESS_DENIED);
  }

  @Test
  void no_attribute_makes_an_old_engine_create_a_path_with_a_colon() {
    String said = "invalid mount config for type \"bind\": bind source path does not exist: ";
    var subject = Call.CREATE_CONTAINER.about("x");
    assertThat(Refusals.of(subject, 400, said + "/srv/a").hint()).contains("create_host_path");
    assertThat(Refusals.of(subject, 400, said + "/srv/a:b").hint()).contains("version 23");
  }

  /** What `exec`, `kill`, `pause` or a hook meets is a state: no compose file would help. */
  @ParameterizedTest
  @CsvSource({
    "BEGIN_EXEC, Container 1c84 is paused, unpause",
    "EXEC, container 880d is not running, start",
    "EXEC, cannot exec in a stopped container, start",
    "KILL, cannot kill container: 880d: container 880d is not running, start",
    "PAUSE, container 880d is already paused, unpause",
    "UNPAUSE, Container 880d is not paused, ps --all",
  })
  void the_state_of_a_container_has_a_hint_of_its_own(Call call, String said, String hint) {
    assertThat(Refusals.of(call.about("x"), 409, said).hint()).contains(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1.51/containers/create?name=x, CREATE_CONTAINER, ''",
    "POST, /containers/a%20b/start, START, a b",
    "DELETE, /v1.41/containers/x?force=1&v=1, REMOVE_CONTAINER, x",
    "DELETE, /v1.41/images/localhost:5000/a/b:1, REMOVE_IMAGE, localhost:5000/a/b:1",
    "GET, /images/a/b:1/json, INSPECT_IMAGE, a/b:1",
    "GET, /v1.41/containers/json?all=1, OTHER, ''",
    "POST, /v1.41/networks/shop_back/connect, CONNECT, shop_back",
  })
  void a_request_says_which_call_it_is(String method, String path, Call call, String subject) {
    assertThat(CallSubject.of(Outgoing.call(method, path)))
        .isEqualTo(new CallSubject(call, subject));
  }
}
