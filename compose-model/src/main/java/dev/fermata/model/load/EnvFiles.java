package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The env files that interpolation draws from: a later one wins over an earlier one. */
final class EnvFiles {
  private final SourceFiles sources;

  EnvFiles(SourceFiles sources) {
    this.sources = sources;
  }

  /** What the files set; references in them see {@code known} first. */
  Result<Map<String, String>> readAll(List<String> paths, Map<String, String> known) {
    var values = new HashMap<String, String>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (String path : paths) {
      var text = sources.text(path);
      if (text.isEmpty() && !path.equals("/dev/null")) {
        diagnostics.add(notFound(path));
      }
      text.map(decoded -> decoded.then(source -> Dotenv.parse(source, lookUp(known, values))))
          .ifPresent(parsed -> {
            parsed.value().ifPresent(values::putAll);
            diagnostics.addAll(parsed.diagnostics());
          });
    }
    return Result.of(values, diagnostics);
  }

  private static java.util.function.Function<String, Optional<String>> lookUp(
      Map<String, String> known, Map<String, String> earlier) {
    return name ->
        Optional.ofNullable(known.get(name)).or(() -> Optional.ofNullable(earlier.get(name)));
  }

  private Diagnostic notFound(String path) {
    return Diagnostic.error(
        Code.FILE_NOT_FOUND, "no env file `%s`".formatted(sources.shownAs(path)));
  }
}
