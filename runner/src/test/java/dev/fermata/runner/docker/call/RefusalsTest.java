package dev.fermata.runner.docker.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those of engines 20.10 to 28. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "500 | driver failed programming external connectivity on endpoint a (b): Bind for 0.0.0.0:8080 failed: port is already allocated | PORT_IN_USE | port 8080 is already published by another container",
        "500 | driver failed programming external connectivity on endpoint a (b): Error starting userland proxy: listen tcp4 127.0.0.1:80: bind: address already in use | PORT_IN_USE | port 80 is already in use by another program on the engine's host",
        "500 | failed to set up container networking: driver failed: failed to bind host port for 127.0.0.1:5000:172.18.0.2:80/tcp: address already in use | PORT_IN_USE | port 5000 is already in use by another program on the engine's host",
        "409 | Conflict. The container name \"/a-b-1\" is already in use by container \"123\". You have to remove (or rename) that container. | NAME_IN_USE | container name \"a-b-1\" is already in use on the engine",
        "409 | network with name a_b already exists | NAME_IN_USE | there is a network named `a_b` already",
        "404 | No such image: busybox:9 | IMAGE_NOT_FOUND | the image `busybox:9` is not on the engine",
        "404 | manifest for busybox:9 not found: manifest unknown: manifest unknown | IMAGE_NOT_FOUND | there is no image `busybox:9` in the registry",
        "404 | pull access denied for nope, repository does not exist or may require 'docker login' | ACCESS_DENIED | the image `nope` does not exist in the registry, or needs a login",
        "404 | No such container: abc | NOT_FOUND | there is no container `abc`",
        "403 | error while removing network: network a_b id 123 has active endpoints | IN_USE | the network `a_b` is still in use",
        "409 | remove a_b: volume is in use - [123] | IN_USE | the volume `a_b` is still in use",
        "409 | conflict: unable to remove repository reference \"a\" (must force) - container 1 is using its referenced image 2 | IN_USE | the image is still in use by a container",
        "400 | invalid mount config for type \"bind\": bind source path does not exist: /no where | INVALID | the path `/no where`, which is to be mounted, does not exist on the engine's host",
        "400 | failed to create shim: OCI runtime create failed: starting container process caused: exec: \"nope\": executable file not found in $PATH: unknown | INVALID | the command `nope` is not in the image",
        "500 | write /var/lib/docker/x: no space left on device | NO_SPACE | there is no space left on the engine's disk",
        "403 | Pool overlaps with other one on this address space | CONFLICT | the network's subnet overlaps with that of another network",
        "500 | Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host | REGISTRY_UNREACHABLE | the engine cannot reach the registry at `registry-1.docker.io`",
        "400 | client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade | NOT_SUPPORTED | this engine needs API version 1.44 or newer; version 1.41 was used",
        "500 | nobody knows | OTHER | the engine refused",
      })
  void texts_become_kinds_and_our_words(int status, String said, Kind kind, String message) {
    var refusal = Refusals.of(status, said);
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal).hasMessage(message);
    assertThat(refusal.detail()).isEqualTo(said);
  }
}
