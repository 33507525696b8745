package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.digest.Sha256;
import dev.fermata.runner.docker.image.ContextFolder;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the files of a build come from: folders of this machine, by the names that BuildKit asks
 * for, and attributes that name the rest.
 */
record BuildFolders(SortedMap<String, Folder> folders, SortedMap<String, String> attributes) {
  static final String CONTEXT = "context";
  static final String DOCKERFILE = "dockerfile";
  private static final String USUAL = "Dockerfile";
  private static final String DOCKERFILE_KEY = "dockerfilekey";
  private static final Set<String> TAKEN = Set.of(CONTEXT, DOCKERFILE);

  BuildFolders {
    folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  static BuildFolders of(Build.Source source) {
    var made = new BuildFolders.Making();
    switch (source.context()) {
      case BuildContext.Folder folder -> made.local(ContextFolder.of(folder.path()), source);
      case BuildContext.Remote remote -> made.remote(remote, source);
      case BuildContext.OfImage image -> throw noContext(image);
      case BuildContext.OfService service -> throw noContext(service);
      case BuildContext.Layout layout -> throw noContext(layout);
    }
    source.contexts().forEach(made::named);
    return new BuildFolders(made.folders, made.attributes);
  }

  /** Those that make the context, of which the engine keeps a copy for the next time. */
  SortedMap<String, Folder> contexts() {
    var contexts = new TreeMap<>(folders);
    contexts.remove(attributes.getOrDefault(DOCKERFILE_KEY, DOCKERFILE));
    return contexts;
  }

  private static EngineException noContext(BuildContext context) {
    return new EngineException(
        Kind.INVALID,
        "the build context `" + context.text() + "` is neither a folder nor an address",
        "",
        "under `additional_contexts` it may be one");
  }

  private static final class Making {
    private final SortedMap<String, Folder> folders = new TreeMap<>();
    private final SortedMap<String, String> attributes = new TreeMap<>();

    /** The Dockerfile may be anywhere: it is asked for in a folder of its own. */
    private void local(Path context, Build.Source source) {
      folders.put(CONTEXT, new Folder.OnDisk(context));
      if (source.dockerfileInline().isPresent()) {
        inline(source.dockerfileInline().get());
        return;
      }
      Path file = dockerfile(context, source);
      Path parent = file.getParent();
      if (parent == null || !Files.isRegularFile(file)) {
        throw new EngineException(
            Kind.INVALID,
            "cannot read the Dockerfile `" + file + "`",
            Files.isDirectory(file) ? "it is a folder" : "there is no such file");
      }
      folders.put(
          parent.equals(context) ? DOCKERFILE : dockerfileOf(parent), new Folder.OnDisk(parent));
      attributes.put("filename", String.valueOf(file.getFileName()));
    }

    /**
     * Builds of one context share what the engine keeps of it. An old one (before 23) keeps the
     * Dockerfile as well and looks at its time and size alone: of another folder, it is asked for
     * by a name of its own.
     */
    private String dockerfileOf(Path elsewhere) {
      byte[] path = elsewhere.toString().getBytes(StandardCharsets.UTF_8);
      String name = DOCKERFILE + "-" + Sha256.hex(path).substring(0, 12);
      attributes.put(DOCKERFILE_KEY, name);
      return name;
    }

    /** Under its usual name it may be in small letters. */
    private static Path dockerfile(Path context, Build.Source source) {
      Path file = context.resolve(source.dockerfile().orElse(USUAL)).normalize();
      Path small = file.resolveSibling(DOCKERFILE);
      return file.endsWith(USUAL) && !Files.exists(file) && Files.exists(small) ? small : file;
    }

    private void inline(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      folders.put(DOCKERFILE, new Folder.InMemory(new TreeMap<>(Map.of(USUAL, bytes))));
      attributes.put("filename", USUAL);
    }

    /** Its Dockerfile is in what is fetched, unless it is told to be here. */
    private void remote(BuildContext.Remote remote, Build.Source source) {
      attributes.put("context", remote.address());
      source.dockerfile().ifPresent(name -> attributes.put("filename", name));
      source
          .dockerfileInline()
          .ifPresent(text -> {
            inline(text);
            attributes.put(DOCKERFILE_KEY, DOCKERFILE);
          });
    }

    private void named(String name, BuildContext context) {
      attributes.put("frontend.caps", "moby.buildkit.frontend.contexts+forward");
      attributes.put("context:" + name, address(name, context));
    }

    private String address(String name, BuildContext context) {
      if (context instanceof BuildContext.Folder folder) {
        String asked = TAKEN.contains(name) ? "_" + name : name;
        folders.put(asked, new Folder.OnDisk(ContextFolder.of(folder.path())));
        return "local:" + asked;
      }
      return context.text();
    }
  }
}
