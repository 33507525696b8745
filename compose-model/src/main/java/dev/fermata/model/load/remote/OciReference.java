package dev.fermata.model.load.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published project in a registry. Without a registry in its name it is Docker Hub's; {@code
 * digest} is {@code sha256:...}.
 */
public record OciReference(
    String registry, String repository, Optional<String> tag, Optional<String> digest)
    implements RemoteReference {
  static final String SCHEME = "oci://";
  private static final String HUB = "docker.io";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(localhost(?::\\d+)?|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+){1,100}(?::\\d+)?"
              + "|[A-Za-z0-9-]+:\\d+|\\[[0-9a-fA-F:]+](?::\\d+)?)/)?"
              + "([a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)"
              + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");

  static Optional<OciReference> parse(String text) {
    Matcher matcher = FORM.matcher(text.substring(SCHEME.length()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String registry = Optional.ofNullable(matcher.group(1)).orElse(HUB);
    String name = matcher.group(2);
    String repository = registry.equals(HUB) && !name.contains("/") ? "library/" + name : name;
    return Optional.of(
        new OciReference(
            registry,
            repository,
            Optional.ofNullable(matcher.group(3)),
            Optional.ofNullable(matcher.group(4))));
  }

  @Override
  public boolean isPinned() {
    return digest.isPresent();
  }

  @Override
  public OciReference pinnedTo(String identity) {
    return new OciReference(registry, repository, tag, Optional.of(identity));
  }

  @Override
  public String subdirectory() {
    return "";
  }

  @Override
  public String shown() {
    return SCHEME
        + registry
        + "/"
        + repository
        + tag.map(name -> ":" + name).orElse("")
        + digest.map(text -> "@" + text).orElse("");
  }
}
