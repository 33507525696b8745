package dev.fermata.buildkit.session;

import dev.fermata.buildkit.message.Bytes;
import dev.fermata.buildkit.message.Text;
import io.grpc.Status;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** Secrets by their ids. A step that can do without one is told that there is none. */
record SecretService(Function<String, Optional<byte[]>> secrets) {

  Bytes get(Text id) {
    return secrets
        .apply(id.text())
        .map(secret -> new Bytes(ByteBuffer.wrap(secret)))
        .orElseThrow(() ->
            Status.NOT_FOUND
                .withDescription("the build has no secret `" + id.text() + "`")
                .asRuntimeException());
  }
}
