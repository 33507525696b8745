package dev.fermata.sources.git;

import dev.fermata.model.load.remote.GitReference;
import dev.fermata.sources.cache.Cache;
import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Projects in git repositories: one folder per commit, without the repository's own data. */
public final class GitRepositories {
  private static final Duration QUESTION = Duration.ofSeconds(60);
  private static final Duration TRANSFER = Duration.ofMinutes(10);

  /** What old servers say to somebody who asks for a commit by its hash. */
  private static final Pattern NOT_BY_HASH =
      Pattern.compile(
          "not our ref|unadvertised object|couldn't find remote ref|not a valid object");

  private static final Pattern ABBREVIATION = Pattern.compile("[0-9a-f]{7,63}");

  private final Git git;
  private final Cache cache;

  /** {@code environment} is what git is run with. */
  public GitRepositories(Map<String, String> environment, Cache cache) {
    this.git = new Git(environment);
    this.cache = cache;
  }

  /** The commit that a branch or tag points to right now. */
  public String commit(GitReference reference) throws UnreachableProject {
    String ref = reference.ref().isEmpty() ? "HEAD" : reference.ref();
    List<String> question = List.of("ls-remote", "--", reference.url(), ref, ref + "^{}");
    Git.Outcome outcome = git.remote(protocol(reference), QUESTION, question);
    if (!outcome.succeeded()) {
      throw unreadable(reference, outcome);
    }
    return named(ref, outcome.text())
        .orElseThrow(() ->
            new UnreachableProject(
                "`%s` has no branch or tag `%s`".formatted(address(reference), ref),
                ABBREVIATION.matcher(ref).matches() ? "write the whole commit hash" : ""));
  }

  /** In git's own order of meanings; an annotated tag is the commit that it was put on. */
  private static Optional<String> named(String ref, String listing) {
    Map<String, String> commits = new HashMap<>();
    listing
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> commits.put(parts[1], parts[0]));
    return Stream.of("", "refs/", "refs/tags/", "refs/heads/")
        .flatMap(prefix -> Stream.of(prefix + ref + "^{}", prefix + ref))
        .filter(commits::containsKey)
        .findFirst()
        .map(commits::get);
  }

  /** The folder with the files of a commit. */
  public Path fetch(GitReference pinned) throws UnreachableProject {
    return cache.entry(
        "git", pinned.ref(), (workplace, content) -> fill(pinned, workplace, content));
  }

  private void fill(GitReference pinned, Path workplace, Path content)
      throws IOException, UnreachableProject {
    String repository = workplace.resolve("repository").toString();
    init(repository, pinned);
    transfer(repository, pinned);
    checked(
        pinned,
        git.local(
            TRANSFER,
            List.of(
                "--git-dir=" + repository,
                "--work-tree=" + content,
                "checkout",
                "--quiet",
                "--detach",
                "--force",
                pinned.ref())));
  }

  /** Without a template: no hooks, whatever the user gives new repositories. */
  private void init(String repository, GitReference pinned) throws UnreachableProject {
    var arguments = new ArrayList<>(List.of("init", "--quiet", "--bare", "--template="));
    if (pinned.ref().length() == 64) {
      arguments.add("--object-format=sha256");
    }
    arguments.add(repository);
    checked(pinned, git.local(QUESTION, arguments));
  }

  private void transfer(String repository, GitReference pinned) throws UnreachableProject {
    var usual = List.of("--git-dir=" + repository, "fetch", "--quiet", "--no-recurse-submodules");
    var one = with(usual, "--no-tags", "--depth=1", "--", pinned.url(), pinned.ref());
    Git.Outcome outcome = git.remote(protocol(pinned), TRANSFER, one);
    if (!outcome.succeeded() && NOT_BY_HASH.matcher(outcome.text()).find()) {
      var all = with(usual, "--tags", "--", pinned.url(), "+refs/heads/*:refs/heads/*");
      checked(pinned, git.remote(protocol(pinned), TRANSFER, all));
      requireCommit(repository, pinned);
      return;
    }
    checked(pinned, outcome);
  }

  private void requireCommit(String repository, GitReference pinned) throws UnreachableProject {
    var question = List.of("--git-dir=" + repository, "cat-file", "-e", pinned.ref() + "^{commit}");
    if (!git.local(QUESTION, question).succeeded()) {
      throw new UnreachableProject(
          "`%s` has no commit `%s`".formatted(address(pinned), pinned.ref()));
    }
  }

  private static List<String> with(List<String> arguments, String... more) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all;
  }

  private static String protocol(GitReference reference) {
    return reference.isLocal() ? "file" : "";
  }

  private static void checked(GitReference reference, Git.Outcome outcome)
      throws UnreachableProject {
    if (!outcome.succeeded()) {
      throw unreadable(reference, outcome);
    }
  }

  private static UnreachableProject unreadable(GitReference reference, Git.Outcome outcome) {
    return new UnreachableProject(
        "cannot fetch `%s`: %s"
            .formatted(
                reference.shown(),
                outcome.complaint().replace(reference.url(), address(reference))),
        "logins are git's own; what it says itself: `git ls-remote %s`"
            .formatted(address(reference)));
  }

  private static String address(GitReference reference) {
    return new GitReference(reference.url(), "", "").shown();
  }
}
