package dev.fermata.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How an image is made. */
public record Build(
    Source source,
    SequencedMap<String, Value> args,
    Image image,
    Caches caches,
    Sandbox sandbox,
    Access access,
    Set<Option> options) {

  /**
   * What it is made of. {@code dockerfile} is relative to the context; {@code contexts} are further
   * ones, by the names that the Dockerfile has for them.
   */
  public record Source(
      BuildContext context,
      Optional<String> dockerfile,
      Optional<String> dockerfileInline,
      Optional<String> target,
      SortedMap<String, BuildContext> contexts) {
    public Source {
      contexts = Collections.unmodifiableSortedMap(new TreeMap<>(contexts));
    }

    /** The path of the Dockerfile, where it is a file of this machine. */
    public Optional<String> dockerfilePath() {
      if (dockerfileInline.isPresent() || !(context instanceof BuildContext.Folder folder)) {
        return Optional.empty();
      }
      String name = dockerfile.filter(text -> !text.isEmpty()).orElse("Dockerfile");
      return Optional.of(name.startsWith("/") ? name : folder.path() + "/" + name);
    }

    public Source with(SortedMap<String, BuildContext> changed) {
      return new Source(context, dockerfile, dockerfileInline, target, changed);
    }
  }

  /**
   * What is said of the image. {@code tags} are names beside that of the service's image; {@code
   * provenance} and {@code sbom} are {@code true}, {@code false}, or settings as buildx has them.
   */
  public record Image(
      SortedMap<String, String> labels,
      List<String> tags,
      List<Platform> platforms,
      Optional<String> provenance,
      Optional<String> sbom) {
    public Image {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
      tags = List.copyOf(tags);
      platforms = List.copyOf(platforms);
    }
  }

  /** Caches by reference or as {@code type=...}; {@code without} are stages that use none. */
  public record Caches(List<String> from, List<String> to, List<String> without) {
    public Caches {
      from = List.copyOf(from);
      to = List.copyOf(to);
      without = List.copyOf(without);
    }
  }

  /** What the processes of a build run in, and what they may do beyond the usual. */
  public record Sandbox(
      Optional<String> network,
      List<String> extraHosts,
      Optional<ByteSize> shmSize,
      SortedMap<String, Resources.Ulimit> ulimits,
      Optional<String> isolation,
      SortedSet<String> entitlements) {
    /** To do nearly all that the host may, which {@code privileged} stands for. */
    public static final String INSECURE = "security.insecure";

    /** To share the host's network. */
    public static final String HOST_NETWORK = "network.host";

    public Sandbox {
      extraHosts = List.copyOf(extraHosts);
      ulimits = Collections.unmodifiableSortedMap(new TreeMap<>(ulimits));
      entitlements = Collections.unmodifiableSortedSet(new TreeSet<>(entitlements));
    }
  }

  /**
   * What a build may ask for while it runs. {@code secrets} are the keys of the project's secrets,
   * {@code agents} the paths of sockets or keys (none: that of the environment), both by the id
   * that the Dockerfile has for them.
   */
  public record Access(
      SortedMap<String, String> secrets, SortedMap<String, Optional<String>> agents) {
    public Access {
      secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
      agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
    }
  }

  /** Switches of a build. */
  public enum Option {
    NO_CACHE,
    PULL
  }

  public Build {
    args = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(args));
    options = Set.copyOf(options);
  }

  public Build without(Option option) {
    Set<Option> fewer = new HashSet<>(options);
    fewer.remove(option);
    return new Build(source, args, image, caches, sandbox, access, fewer);
  }

  public Build with(Image changed) {
    return new Build(source, args, changed, caches, sandbox, access, options);
  }

  public Build with(Source changed) {
    return new Build(changed, args, image, caches, sandbox, access, options);
  }
}
