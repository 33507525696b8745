package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import java.util.List;

/** Loads a project: the stages of the load, one after the other. */
public final class Loader {
  private final Sources sources;

  public Loader(Sources sources) {
    this.sources = sources;
  }

  /** The project and all that there is to say about its files. */
  public Result<Project> load(LoadRequest request) {
    return Result.failed(List.of(Diagnostic.error(Code.NOT_SUPPORTED, sources + " " + request)));
  }
}
