package dev.fermata.model.load.env;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.text.ComposeSentences;
import java.util.ArrayList;
import java.util.List;

/** The env files that interpolation draws from: a later one wins over an earlier one. */
public final class EnvFiles {
  private final SourceFiles sources;

  public EnvFiles(SourceFiles sources) {
    this.sources = sources;
  }

  /** What the files set; references in them see {@code outer} first, and earlier files last. */
  public Result<Variables> readAll(List<FileReference> files, Variables outer) {
    Variables values = Variables.NONE;
    var diagnostics = new ArrayList<Diagnostic>();
    for (FileReference file : files) {
      var text = sources.text(file);
      if (text.isEmpty() && !file.path().equals("/dev/null")) {
        diagnostics.add(
            file.error(
                Code.FILE_NOT_FOUND, ComposeSentences.ENV_FILE_NOT_FOUND, file.as(file.path())));
      }
      if (text.isPresent()) {
        var scope = new VariableScope(outer::assignment, values::assignment);
        var parsed = text.get().then(source -> Dotenv.parse(source, scope));
        values = parsed.value().map(Variables::of).orElse(Variables.NONE).above(values);
        diagnostics.addAll(parsed.diagnostics());
      }
    }
    return Result.of(values, diagnostics);
  }
}
