package dev.fermata.model.testing;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The load of a {@link LargeProject} from memory: what is measured, without the disk. */
public final class LargeLoad {
  private LargeLoad() {}

  /** The project's files, by path. */
  public static Map<String, byte[]> files(int services) {
    var files = new HashMap<String, byte[]>();
    LargeProject.files(services)
        .forEach((name, text) -> files.put("/p/" + name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  public static Result<Project> load(Map<String, byte[]> files) {
    return new Loader(path -> Sources.Content.of(Optional.ofNullable(files.get(path))))
        .load(request());
  }

  private static LoadRequest request() {
    return new LoadRequest(
        "/p",
        List.of("compose.yaml", "first.yaml", "second.yaml"),
        Optional.empty(),
        Optional.empty(),
        List.of("*"),
        List.of(),
        List.of(),
        Map.of("HOME", "/home/me"),
        Set.of(),
        "");
  }
}
