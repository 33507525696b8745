package dev.fermata.model;

import java.util.regex.Pattern;

/** Where the files of a build come from. */
public sealed interface BuildContext {

  /** As a file has it. */
  String text();

  /** A folder of this machine, by its absolute path. */
  record Folder(String path) implements BuildContext {
    @Override
    public String text() {
      return path;
    }
  }

  /** What another service of the project builds. */
  record OfService(ServiceName service) implements BuildContext {
    private static final String SCHEME = "service:";

    @Override
    public String text() {
      return SCHEME + service;
    }
  }

  /** The files of an image, or what a {@code FROM} of that name stands for. */
  record OfImage(ImageRef image) implements BuildContext {
    private static final String SCHEME = "docker-image://";

    @Override
    public String text() {
      return SCHEME + image;
    }
  }

  /** An image in a folder of this machine, laid out as OCI says: {@code PATH[:TAG][@DIGEST]}. */
  record Layout(String reference) implements BuildContext {
    private static final String SCHEME = "oci-layout://";

    @Override
    public String text() {
      return SCHEME + reference;
    }
  }

  /** What the builder fetches by itself: a repository, or an archive. */
  record Remote(String address) implements BuildContext {
    private static final Pattern FORM =
        Pattern.compile("(https?|git|ssh|s3)://.*|git@.*|github\\.com/.*");

    @Override
    public String text() {
      return address;
    }
  }

  static BuildContext of(String text) {
    if (text.startsWith(OfService.SCHEME)) {
      return new OfService(new ServiceName(text.substring(OfService.SCHEME.length())));
    }
    if (text.startsWith(OfImage.SCHEME)) {
      return new OfImage(new ImageRef(text.substring(OfImage.SCHEME.length())));
    }
    if (text.startsWith(Layout.SCHEME)) {
      return new Layout(text.substring(Layout.SCHEME.length()));
    }
    return Remote.FORM.matcher(text).matches() ? new Remote(text) : new Folder(text);
  }
}
