package dev.fermata.model.load.file;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.ControlCharacters;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.Concealment;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of one load, each read and parsed once; {@code -} is standard input. */
public final class SourceFiles {
  public static final String STANDARD_INPUT = "-";

  private final Sources sources;
  private final Caller caller;
  private final Map<String, Optional<Result<SourceText>>> texts = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Map<String, Optional<Result<List<Node>>>> documents = new LinkedHashMap<>();

  private final Checkouts checkouts;
  private final Concealment concealment = new Concealment();

  public SourceFiles(Sources sources, Checkouts checkouts, Caller caller) {
    this.sources = sources;
    this.checkouts = checkouts;
    this.caller = caller;
    concealment.add(Variables.from("the environment", caller.environment()).assignments());
  }

  public Checkouts checkouts() {
    return checkouts;
  }

  /** The finding as it may be displayed: secrets masked, control characters made visible. */
  public Diagnostic presentable(Diagnostic diagnostic) {
    return concealment.apply(diagnostic).withTexts(ControlCharacters::marked);
  }

  /** Masks the secrets among the variables that the process and the files set. */
  public Concealment concealment() {
    return concealment;
  }

  /** Where a compose file stands that a file names: what lies elsewhere is fetched first. */
  public Result<String> locate(String directory, String path, Span namedAt) {
    return Checkouts.isAddress(path)
        ? checkouts.fetch(path, Optional.of(namedAt))
        : resolve(directory, path, namedAt);
  }

  /** A path that stands in a file, seen from {@code directory}. */
  public Result<String> resolve(String directory, String path, Span namedAt) {
    String absolute = absolute(directory, path);
    Optional<Diagnostic> objection =
        path.startsWith("/") || path.startsWith("~")
            ? checkouts.intrusion(namedAt, absolute)
            : checkouts.escape(namedAt, directory, absolute);
    return objection
        .map(diagnostic -> Result.<String>failed(List.of(diagnostic)))
        .orElseGet(() -> Result.of(absolute));
  }

  /** A folder as well: reading it says what is wrong with it. */
  public boolean isThere(String path) {
    return text(path).isPresent();
  }

  public boolean isFile(String path) {
    return isThere(path) && !folders.contains(path);
  }

  /** Empty where there is no such file. */
  public Optional<Result<SourceText>> text(FileReference file) {
    return text(file.path()).map(text -> placed(text, file));
  }

  private Optional<Result<SourceText>> text(String path) {
    return texts.computeIfAbsent(path, this::read);
  }

  private Optional<Result<SourceText>> read(String path) {
    return switch (content(path)) {
      case Sources.Content.Found found -> Optional.of(decoded(path, found.bytes()));
      case Sources.Content.Absent absent -> Optional.empty();
      case Sources.Content.Unreadable unreadable ->
          Optional.of(unreadable(path, unreadable.reason()));
      case Sources.Content.Folder folder -> {
        folders.add(path);
        yield Optional.of(unreadable(path, "it is a folder"));
      }
    };
  }

  private Result<SourceText> decoded(String path, byte[] bytes) {
    return Decoding.decode(
        shownAs(path), bytes, isConfidential(path) ? SourceText::confidential : SourceText::new);
  }

  private <T> Result<T> unreadable(String path, String why) {
    String message = "`%s` cannot be read: %s".formatted(shownAs(path), why);
    return Result.failed(List.of(Diagnostic.error(Code.UNREADABLE_FILE, message)));
  }

  /** What cannot be read has its place where it is named, or tells of that beside its own. */
  private static <T> Result<T> placed(Result<T> read, FileReference file) {
    return read.value().isPresent()
        ? read
        : Result.failed(read.diagnostics().stream().map(file::placed).toList());
  }

  /** What a project brings in from elsewhere may be a key or a list of passwords by mistake. */
  private boolean isConfidential(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean usual = name.endsWith(".yaml") || name.endsWith(".yml") || name.contains(".env");
    return !usual && shownAs(path).startsWith("/");
  }

  /** Empty where there is no such file. */
  public Optional<Result<List<Node>>> documents(FileReference file) {
    return documents(file.path()).map(read -> placed(read, file));
  }

  private Optional<Result<List<Node>>> documents(String path) {
    return documents.computeIfAbsent(
        path, p -> text(p).map(SourceFiles::advised).map(text -> text.then(YamlReader::read)));
  }

  /** Whoever has a large compose file keeps something else in it. */
  private static Result<SourceText> advised(Result<SourceText> decoded) {
    return new Result<>(
        decoded.value(),
        decoded.diagnostics().stream()
            .map(diagnostic ->
                diagnostic.code() == Code.TOO_LARGE
                    ? diagnostic.hint(
                        "a compose file holds text alone; name large content by `file:` instead")
                    : diagnostic)
            .toList());
  }

  /** All documents read so far, file by file. */
  public List<Node> documents() {
    return documents.values().stream()
        .flatMap(Optional::stream)
        .flatMap(read -> read.value().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** How messages name a file: short for what is below the current directory. */
  public String shownAs(String path) {
    if (path.equals(STANDARD_INPUT)) {
      return "<stdin>";
    }
    String here = caller.currentDirectory() + "/";
    return path.startsWith(here) ? path.substring(here.length()) : path;
  }

  /** A path that the user gave, seen from {@code directory}. */
  public String absolute(String directory, String path) {
    if (path.equals("~") || path.startsWith("~/")) {
      String home = caller.environment().getOrDefault("HOME", "~");
      return SlashPath.join(home, "." + path.substring(1));
    }
    return SlashPath.join(directory, path);
  }

  private Sources.Content content(String path) {
    return path.equals(STANDARD_INPUT)
        ? new Sources.Content.Found(caller.standardInput().getBytes(StandardCharsets.UTF_8))
        : sources.read(path);
  }

  public static String directoryOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? path.substring(0, slash) : "/";
  }
}
