package dev.fermata.sources.registry;

import java.util.Set;

/** What registries call what they hold; the words for projects are Docker Compose's. */
final class MediaTypes {
  static final String PROJECT = "application/vnd.docker.compose.project";
  static final String COMPOSE_FILE = "application/vnd.docker.compose.file+yaml";
  static final String ENV_FILE = "application/vnd.docker.compose.envfile";

  /** Of a project's configuration, which is empty, before OCI 1.1. */
  static final String NO_CONFIGURATION = "application/vnd.docker.compose.config.empty.v1+json";

  static final String EMPTY = "application/vnd.oci.empty.v1+json";
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";

  /** What the names of a project's annotations start with. */
  static final String ANNOTATION = "com.docker.compose.";

  static final String VERSION = ANNOTATION + "version";

  private static final Set<String> INDEXES = Set.of(INDEX, DOCKER_INDEX);

  private MediaTypes() {}

  static boolean isIndex(String type) {
    return INDEXES.contains(type);
  }
}
