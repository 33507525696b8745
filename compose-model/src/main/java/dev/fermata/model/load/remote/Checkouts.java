package dev.fermata.model.load.remote;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.model.source.ComposeFileNames;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.SlashPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The remote projects of one load. They are fetched only where the user allows it, only under a
 * name that means the same for ever, and what their files refer to stays among their files: whoever
 * may change a remote project must not come to read this machine.
 */
public final class Checkouts {
  private final Remotes remotes;
  private final Predicate<String> isFile;
  private final FetchPolicy policy;
  private final String currentDirectory;
  private final Map<RemoteReference, Answer<String>> fetched = new HashMap<>();
  private final Set<String> roots = new HashSet<>();
  private final Set<String> vetted = new HashSet<>();

  public Checkouts(
      Remotes remotes, FetchPolicy policy, Predicate<String> isFile, String currentDirectory) {
    this.remotes = remotes;
    this.policy = policy;
    this.isFile = isFile;
    this.currentDirectory = currentDirectory;
  }

  public static boolean isAddress(String path) {
    return path.contains("://")
        || ((path.contains("@") || path.startsWith("github.com/"))
            && RemoteReference.of(path).isPresent());
  }

  /** The local copy of the compose file at an address. */
  public Result<String> fetch(String address, Optional<Span> namedAt) {
    Optional<RemoteReference> reference = RemoteReference.of(address);
    if (reference.isEmpty()) {
      return Result.failed(List.of(unknown(address, namedAt)));
    }
    return objection(reference.get(), namedAt)
        .map(diagnostic -> Result.<String>failed(List.of(diagnostic)))
        .orElseGet(() -> fetch(reference.get(), namedAt));
  }

  private Result<String> fetch(RemoteReference reference, Optional<Span> namedAt) {
    return switch (fetched.computeIfAbsent(reference, remotes::fetch)) {
      case Answer.Found<String> found -> {
        roots.add(found.value());
        yield composeFile(found.value(), reference, namedAt);
      }
      case Answer.Refused<String> refused -> Result.failed(List.of(unreadable(refused, namedAt)));
    };
  }

  /** The file that a reference names, or that of the usual names which its folder has. */
  private Result<String> composeFile(
      String root, RemoteReference reference, Optional<Span> namedAt) {
    String path = SlashPath.clean(root + "/" + reference.subdirectory());
    Optional<String> file =
        Stream.concat(
                Stream.of(path), ComposeFileNames.MAIN.stream().map(name -> path + "/" + name))
            .filter(candidate -> !isInside(remotes.real(candidate), root) || isFile.test(candidate))
            .findFirst();
    if (file.isEmpty()) {
      return Result.failed(List.of(nothingIn(reference, namedAt)));
    }
    return isInside(remotes.real(file.get()), root)
        ? Result.of(file.get())
        : Result.failed(
            List.of(
                error(
                    Code.OUTSIDE_REMOTE,
                    namedAt,
                    "`%s` leads out of the project that it names".formatted(reference.shown()))));
  }

  private static Diagnostic nothingIn(RemoteReference reference, Optional<Span> namedAt) {
    return error(
            Code.NO_COMPOSE_FILE,
            namedAt,
            "no compose file is at `%s`".formatted(reference.shown()))
        .hint("name its folder or the file itself behind the commit: `#COMMIT:PATH`");
  }

  private Optional<Diagnostic> objection(RemoteReference reference, Optional<Span> namedAt) {
    return switchedOff(reference, namedAt)
        .or(() -> foreignRepository(reference, namedAt))
        .or(() ->
            policy.isAllowed() ? Optional.empty() : Optional.of(notAllowed(reference, namedAt)))
        .or(() ->
            reference.isPinned() ? Optional.empty() : Optional.of(notPinned(reference, namedAt)));
  }

  private static Optional<Diagnostic> foreignRepository(
      RemoteReference reference, Optional<Span> namedAt) {
    return reference instanceof GitReference git && git.isLocal() && namedAt.isPresent()
        ? Optional.of(
            error(
                    Code.NOT_SUPPORTED,
                    namedAt,
                    "`%s` lies on this machine, and a file cannot have it fetched"
                        .formatted(reference.shown()))
                .hint("name it by `-f`, or name a file of its working tree"))
        : Optional.empty();
  }

  private Optional<Diagnostic> switchedOff(RemoteReference reference, Optional<Span> namedAt) {
    return policy
        .prohibition(reference)
        .map(setting ->
            error(
                Code.REMOTE_NOT_ALLOWED,
                namedAt,
                "`%s` forbids to fetch `%s`".formatted(setting, reference.shown())));
  }

  private static Diagnostic notAllowed(RemoteReference reference, Optional<Span> namedAt) {
    return error(
            Code.REMOTE_NOT_ALLOWED,
            namedAt,
            "`%s` lies elsewhere, and nothing is fetched unasked".formatted(reference.shown()))
        .hint(
            "if you trust its author, call again with `--allow-remote` or `FERMATA_ALLOW_REMOTE=1`");
  }

  private Diagnostic notPinned(RemoteReference reference, Optional<Span> namedAt) {
    return switch (remotes.pin(reference)) {
      case Answer.Refused<String> refused -> unreadable(refused, namedAt);
      case Answer.Found<String> found ->
          error(
                  Code.REMOTE_NOT_PINNED,
                  namedAt,
                  "`%s` may be another project tomorrow".formatted(reference.shown()))
              .hint(
                  "pin what it is today: `%s`"
                      .formatted(reference.pinnedTo(found.value()).shown()));
    };
  }

  private static Diagnostic unreadable(Answer.Refused<?> refused, Optional<Span> namedAt) {
    Diagnostic diagnostic = error(Code.REMOTE_UNREADABLE, namedAt, refused.message());
    return refused.hint().map(diagnostic::hint).orElse(diagnostic);
  }

  private static Diagnostic unknown(String address, Optional<Span> namedAt) {
    return error(
            Code.NOT_SUPPORTED,
            namedAt,
            "`%s` is neither a git repository nor a published project".formatted(address))
        .hint(
            "a repository's web address ends in `.git`, a published project starts with `oci://`; fetch anything else, and name the local file");
  }

  private static Diagnostic error(Code code, Optional<Span> namedAt, String message) {
    return namedAt
        .map(span -> Diagnostic.error(code, span, message))
        .orElseGet(() -> Diagnostic.error(code, message));
  }

  /**
   * What is wrong with a relative path that stands at {@code place}, for the absolute one that it
   * became. Seen from a directory that the user chose it may lead there as well.
   */
  public Optional<Diagnostic> escape(Span place, String directory, String path) {
    Optional<String> root = root(place, path);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    String real = remotes.real(path);
    if (isInside(real, root.get()) || isInside(real, remotes.real(directory))) {
      vetted.add(path);
      return Optional.empty();
    }
    return Optional.of(outside(place, path, real));
  }

  /**
   * The same for an absolute path of a file that is read here, by the load or later on; some
   * readers follow links before {@code ..}, others after it.
   */
  public Optional<Diagnostic> intrusion(Span place, String path) {
    Optional<String> root = root(place, path);
    if (root.isEmpty() || path.equals("/dev/null") || vetted.contains(path)) {
      return Optional.empty();
    }
    return Stream.of(path, SlashPath.clean(path))
        .map(remotes::real)
        .filter(real -> !isInside(real, root.get()))
        .findFirst()
        .map(real -> outside(place, path, real));
  }

  private static Diagnostic outside(Span place, String path, String real) {
    String link = path.equals(real) ? "" : ", a link to `" + real + "`";
    return Diagnostic.error(
            Code.OUTSIDE_REMOTE,
            place,
            "a remote project may not reach out of its folder, to `%s`%s".formatted(path, link))
        .hint("if you want it to, say so in a local file laid over it: `-f REMOTE -f LOCAL`");
  }

  /**
   * The project that the file of a place belongs to, or else the one where the path seems to lead:
   * links among its files are of its making.
   */
  private Optional<String> root(Span place, String path) {
    if (roots.isEmpty()) {
      return Optional.empty();
    }
    String file = SlashPath.join(currentDirectory, place.source().name());
    return rootOf(file).or(() -> rootOf(path));
  }

  private Optional<String> rootOf(String path) {
    return roots.stream().filter(root -> isInside(path, root)).findFirst();
  }

  private static boolean isInside(String path, String root) {
    return path.equals(root) || path.startsWith(root.endsWith("/") ? root : root + "/");
  }
}
