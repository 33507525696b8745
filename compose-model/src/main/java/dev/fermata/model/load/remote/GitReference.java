package dev.fermata.model.load.remote;

import dev.fermata.model.diagnostic.Credentials;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder or file of a git repository. {@code url} is for git; {@code ref} is a branch, a tag or a
 * commit, and empty for what the repository has checked out; {@code subdirectory} may be empty.
 */
public record GitReference(String url, String ref, String subdirectory) implements RemoteReference {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern ADDRESS =
      Pattern.compile("(https?|git|ssh|file)://([^#?]*)(?:\\?([^#]*))?(?:#(.*))?");
  private static final Pattern LIKE_A_COPY =
      Pattern.compile("([A-Za-z0-9_][\\w.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[^#?:]+)(?:#(.*))?");
  private static final String HUB = "github.com/";
  private static final Set<String> BY_NAME = Set.of("ref", "tag", "branch");

  /** Empty for what is no git reference: a path, an address of something else. */
  static Optional<GitReference> parse(String text) {
    if (text.startsWith(HUB)) {
      return address("https://" + text, false);
    }
    if (text.contains("://")) {
      return address(text, true);
    }
    Matcher copy = LIKE_A_COPY.matcher(text);
    return text.indexOf('@') > 0 && copy.matches()
        ? of(copy.group(1), "", copy.group(2))
        : Optional.empty();
  }

  private static Optional<GitReference> address(String text, boolean strict) {
    int end = text.indexOf("://");
    Matcher matcher =
        ADDRESS.matcher(text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end));
    if (!matcher.matches() || matcher.group(2).startsWith("-")) {
      return Optional.empty();
    }
    boolean web = matcher.group(1).startsWith("http");
    // Docker Compose takes any other web address for a path.
    if (web && strict && !matcher.group(2).endsWith(".git")) {
      return Optional.empty();
    }
    return of(matcher.group(1) + "://" + matcher.group(2), matcher.group(3), matcher.group(4));
  }

  private static Optional<GitReference> of(
      String url, @org.jspecify.annotations.Nullable String query, String fragment) {
    Map<String, String> parts = new HashMap<>();
    String place = fragment == null ? "" : fragment;
    boolean sound =
        place.startsWith("#") ? named(place.substring(1), ",", parts) : positional(place, parts);
    sound &= query == null || named(query, "&", parts);
    String commit = parts.getOrDefault("commit", parts.getOrDefault("checksum", ""));
    String ref = commit.isEmpty() ? ref(parts) : commit;
    return sound && isSafe(url) && isSafe(ref)
        ? Optional.of(new GitReference(url, ref, parts.getOrDefault("subdir", "")))
        : Optional.empty();
  }

  /** {@code REF:FOLDER}, both of which may be left out. */
  private static boolean positional(String fragment, Map<String, String> parts) {
    int colon = fragment.indexOf(':');
    parts.put("ref", colon < 0 ? fragment : fragment.substring(0, colon));
    parts.put("subdir", colon < 0 ? "" : fragment.substring(colon + 1));
    return true;
  }

  /** {@code ref=REF&subdir=FOLDER} and the like. */
  private static boolean named(String text, String separator, Map<String, String> parts) {
    for (String part : text.split(separator, -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      boolean known =
          BY_NAME.contains(name)
              || Set.of("subdir", "commit", "checksum", "submodules", "keep-git-dir")
                  .contains(name);
      if (!known) {
        return part.isEmpty();
      }
      parts.put(name, equals < 0 ? "" : part.substring(equals + 1));
    }
    return true;
  }

  private static String ref(Map<String, String> parts) {
    String tag = parts.getOrDefault("tag", "");
    String branch = parts.getOrDefault("branch", "");
    if (!tag.isEmpty()) {
      return tag.startsWith("refs/") ? tag : "refs/tags/" + tag;
    }
    if (!branch.isEmpty()) {
      return branch.startsWith("refs/") ? branch : "refs/heads/" + branch;
    }
    return parts.getOrDefault("ref", "");
  }

  /** Neither an option of git's nor a pattern, and in one line. */
  private static boolean isSafe(String text) {
    return !text.startsWith("-")
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "^*?[\\".indexOf(c) >= 0);
  }

  /** Whether it is a repository on this machine, which only the user's own flags may name. */
  public boolean isLocal() {
    return url.startsWith("file://");
  }

  @Override
  public boolean isPinned() {
    return COMMIT.matcher(ref).matches();
  }

  @Override
  public GitReference pinnedTo(String identity) {
    return new GitReference(url, identity, subdirectory);
  }

  @Override
  public String shown() {
    String place = subdirectory.isEmpty() ? ref : ref + ":" + subdirectory;
    String address = Credentials.withoutLogins(url);
    return place.isEmpty() ? address : address + "#" + place;
  }
}
