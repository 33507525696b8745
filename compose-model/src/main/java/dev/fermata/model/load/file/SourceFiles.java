package dev.fermata.model.load.file;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
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

  public SourceFiles(Sources sources, Checkouts checkouts, Caller caller) {
    this.sources = sources;
    this.checkouts = checkouts;
    this.caller = caller;
  }

  public Checkouts checkouts() {
    return checkouts;
  }

  /** Where a compose file stands that a file names: what lies elsewhere is fetched first. */
  public Result<String> locate(String directory, Scalar path) {
    return Checkouts.isAddress(path.text())
        ? checkouts.fetch(path.quote(), Optional.of(path.span()))
        : resolve(directory, path);
  }

  /** A path that stands in a file, seen from {@code directory}. */
  public Result<String> resolve(String directory, Scalar named) {
    String path = named.text();
    String absolute = absolute(directory, path);
    Quote shown = named.quote().as(absolute);
    Optional<Diagnostic> objection =
        path.startsWith("/") || path.startsWith("~")
            ? checkouts.intrusion(named.span(), shown)
            : checkouts.escape(named.span(), directory, shown);
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
    return read(file).map(text -> placed(text, file));
  }

  private Optional<Result<SourceText>> text(String path) {
    return read(FileReference.given(path));
  }

  private Optional<Result<SourceText>> read(FileReference file) {
    return texts.computeIfAbsent(file.path(), path -> read(path, file));
  }

  private Optional<Result<SourceText>> read(String path, FileReference file) {
    return switch (content(path)) {
      case Sources.Content.Found found -> Optional.of(decoded(path, found.bytes()));
      case Sources.Content.Absent absent -> Optional.empty();
      case Sources.Content.Unreadable unreadable ->
          Optional.of(unreadable(file, Message.foreign(unreadable.reason())));
      case Sources.Content.Folder folder -> {
        folders.add(path);
        yield Optional.of(unreadable(file, Message.of("it is a folder")));
      }
    };
  }

  private Result<SourceText> decoded(String path, byte[] bytes) {
    return Decoding.decode(
        shownAs(path), bytes, isConfidential(path) ? SourceText::confidential : SourceText::new);
  }

  private <T> Result<T> unreadable(FileReference file, Message why) {
    return Result.failed(
        List.of(
            Diagnostic.error(
                Code.UNREADABLE_FILE,
                "`%s` cannot be read: %s",
                file.as(shownAs(file.path())),
                why)));
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
