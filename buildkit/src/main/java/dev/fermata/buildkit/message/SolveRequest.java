package dev.fermata.buildkit.message;

import dev.fermata.buildkit.Solve;
import java.util.Optional;

/** A solve under the reference {@code ref}, of which {@code session} serves what it asks for. */
public record SolveRequest(String ref, String session, Solve solve) implements Message {

  /** Engines before 26 know one exporter alone, in fields of its own: it is told in both ways. */
  @Override
  public void writeTo(FieldWriter out) {
    Optional<Solve.Entry> only = solve.exporters().stream().findFirst();
    out.text(1, ref);
    only.ifPresent(exporter -> out.text(3, exporter.type()).map(4, exporter.attributes()));
    out.text(5, session)
        .text(6, solve.frontend())
        .map(7, solve.attributes())
        .message(8, this::writeCaches)
        .texts(9, solve.entitlements());
    solve.exporters().forEach(exporter -> out.message(13, in -> write(exporter, in)));
  }

  private void writeCaches(FieldWriter out) {
    solve.cacheExports().forEach(cache -> out.message(4, in -> write(cache, in)));
    solve.cacheImports().forEach(cache -> out.message(5, in -> write(cache, in)));
  }

  private static void write(Solve.Entry entry, FieldWriter out) {
    out.text(1, entry.type()).map(2, entry.attributes());
  }
}
