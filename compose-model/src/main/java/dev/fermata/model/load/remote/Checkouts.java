package dev.fermata.model.load.remote;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
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

  /** What refers to a project, and the place where it does; the user's own words have none. */
  private record Named(Quote written, Optional<Span> place) {
    /** A reference is shown without its login. */
    Quote as(RemoteReference reference) {
      return isOpen() ? Quote.name(reference.shown()) : written.as(reference.shown());
    }

    boolean isOpen() {
      return written.isOpenWithoutLogin();
    }

    Diagnostic error(Code code, Message message) {
      return place
          .map(span -> Diagnostic.error(code, span, message))
          .orElseGet(() -> Diagnostic.error(code, message));
    }

    Diagnostic error(Code code, @CompileTimeConstant String template, MessagePart... parts) {
      return error(code, Message.of(template, parts));
    }
  }

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
  public Result<String> fetch(Quote address, Optional<Span> namedAt) {
    var named = new Named(address, namedAt);
    Optional<RemoteReference> reference = RemoteReference.of(address.text());
    if (reference.isEmpty()) {
      return Result.failed(List.of(unknown(named)));
    }
    return objection(reference.get(), named)
        .map(diagnostic -> Result.<String>failed(List.of(diagnostic)))
        .orElseGet(() -> fetchPinned(reference.get(), named));
  }

  /** What may be another project tomorrow is fetched as it is today. */
  private Result<String> fetchPinned(RemoteReference reference, Named named) {
    if (reference.isPinned()) {
      return fetch(reference, named);
    }
    return switch (remotes.pin(reference)) {
      case Answer.Found<String> found -> fetch(reference.pinnedTo(found.value()), named);
      case Answer.Refused<String> refused -> Result.failed(List.of(unreadable(refused, named)));
    };
  }

  private Result<String> fetch(RemoteReference reference, Named named) {
    return switch (fetched.computeIfAbsent(reference, remotes::fetch)) {
      case Answer.Found<String> found -> {
        roots.add(found.value());
        yield composeFile(found.value(), reference, named);
      }
      case Answer.Refused<String> refused -> Result.failed(List.of(unreadable(refused, named)));
    };
  }

  /** The file that a reference names, or that of the usual names which its folder has. */
  private Result<String> composeFile(String root, RemoteReference reference, Named named) {
    String path = SlashPath.clean(root + "/" + reference.subdirectory());
    Optional<String> file =
        Stream.concat(
                Stream.of(path), ComposeFileNames.MAIN.stream().map(name -> path + "/" + name))
            .filter(candidate -> !isInside(remotes.real(candidate), root) || isFile.test(candidate))
            .findFirst();
    if (file.isEmpty()) {
      return Result.failed(List.of(nothingIn(reference, named)));
    }
    return isInside(remotes.real(file.get()), root)
        ? Result.of(file.get())
        : Result.failed(
            List.of(
                named.error(
                    Code.OUTSIDE_REMOTE,
                    "`%s` leads out of the project that it names",
                    named.as(reference))));
  }

  private static Diagnostic nothingIn(RemoteReference reference, Named named) {
    return named
        .error(Code.NO_COMPOSE_FILE, "no compose file is at `%s`", named.as(reference))
        .hint("name its folder or the file itself behind the commit: `#COMMIT:PATH`");
  }

  private Optional<Diagnostic> objection(RemoteReference reference, Named named) {
    return switchedOff(reference, named)
        .or(() -> foreignRepository(reference, named))
        .or(() -> distrust(reference, named));
  }

  private Optional<Diagnostic> distrust(RemoteReference reference, Named named) {
    String address = named.written().text();
    if (!policy.allows(address)) {
      return Optional.of(notAllowed(reference, named));
    }
    return reference.isPinned() || policy.trusts(address)
        ? Optional.empty()
        : Optional.of(notPinned(reference, named));
  }

  private static Optional<Diagnostic> foreignRepository(RemoteReference reference, Named named) {
    return reference instanceof GitReference git && git.isLocal() && named.place().isPresent()
        ? Optional.of(
            named
                .error(
                    Code.NOT_SUPPORTED,
                    "`%s` lies on this machine, and a file cannot have it fetched",
                    named.as(reference))
                .hint("name it by `-f`, or name a file of its working tree"))
        : Optional.empty();
  }

  private Optional<Diagnostic> switchedOff(RemoteReference reference, Named named) {
    return policy
        .prohibition(reference)
        .map(setting ->
            named.error(
                Code.REMOTE_NOT_ALLOWED,
                "`%s` forbids to fetch `%s`",
                Quote.word(setting),
                named.as(reference)));
  }

  private static Diagnostic notAllowed(RemoteReference reference, Named named) {
    return named
        .error(
            Code.REMOTE_NOT_ALLOWED,
            "`%s` lies elsewhere, and nothing is fetched unasked",
            named.as(reference))
        .hint(
            "if you trust its author, call again with `--allow-remote` or `FERMATA_ALLOW_REMOTE=1`");
  }

  private Diagnostic notPinned(RemoteReference reference, Named named) {
    return switch (remotes.pin(reference)) {
      case Answer.Refused<String> refused -> unreadable(refused, named);
      case Answer.Found<String> found ->
          named
              .error(
                  Code.REMOTE_NOT_PINNED,
                  "`%s` may be another project tomorrow",
                  named.as(reference))
              .hint("pin what it is today: `%s`", named.as(reference.pinnedTo(found.value())));
    };
  }

  /** Whoever was asked may repeat the reference. */
  private static Diagnostic unreadable(Answer.Refused<?> refused, Named named) {
    if (!named.isOpen()) {
      return named.error(Code.REMOTE_UNREADABLE, "`%s` cannot be fetched", named.written());
    }
    Diagnostic diagnostic = named.error(Code.REMOTE_UNREADABLE, Message.foreign(refused.message()));
    return refused.hint().map(hint -> diagnostic.hint(Message.foreign(hint))).orElse(diagnostic);
  }

  private static Diagnostic unknown(Named named) {
    return named
        .error(
            Code.NOT_SUPPORTED,
            "`%s` is neither a git repository nor a published project",
            named.written())
        .hint(
            "a repository's web address ends in `.git`, a published project starts with `oci://`; fetch anything else, and name the local file");
  }

  /**
   * What is wrong with a relative path that stands at {@code place}, for the absolute one that it
   * became. Seen from a directory that the user chose it may lead there as well.
   */
  public Optional<Diagnostic> escape(Span place, String directory, Quote named) {
    String path = named.text();
    Optional<String> root = root(place, path);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    String real = remotes.real(path);
    if (isInside(real, root.get()) || isInside(real, remotes.real(directory))) {
      vetted.add(path);
      return Optional.empty();
    }
    return Optional.of(outside(place, named, real));
  }

  /**
   * The same for an absolute path of a file that is read here, by the load or later on; some
   * readers follow links before {@code ..}, others after it.
   */
  public Optional<Diagnostic> intrusion(Span place, Quote named) {
    String path = named.text();
    Optional<String> root = root(place, path);
    if (root.isEmpty() || path.equals("/dev/null") || vetted.contains(path)) {
      return Optional.empty();
    }
    return Stream.of(path, SlashPath.clean(path))
        .map(remotes::real)
        .filter(real -> !isInside(real, root.get()))
        .findFirst()
        .map(real -> outside(place, named, real));
  }

  private static Diagnostic outside(Span place, Quote path, String real) {
    Message message =
        path.text().equals(real)
            ? Message.of("a remote project may not reach out of its folder, to `%s`", path)
            : Message.of(
                "a remote project may not reach out of its folder, to `%s`, a link to `%s`",
                path, path.as(real));
    return Diagnostic.error(Code.OUTSIDE_REMOTE, place, message)
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
