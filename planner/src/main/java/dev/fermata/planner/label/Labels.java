package dev.fermata.planner.label;

import dev.fermata.planner.observed.ObservedContainer;

/** The labels on what we create: Docker Compose's own, and one of ours. */
public final class Labels {
  public static final String PROJECT = "com.docker.compose.project";
  public static final String SERVICE = "com.docker.compose.service";
  public static final String VERSION = "com.docker.compose.version";
  public static final String WORKING_DIR = "com.docker.compose.project.working_dir";
  public static final String CONFIG_FILES = "com.docker.compose.project.config_files";
  public static final String ENVIRONMENT_FILE = "com.docker.compose.project.environment_file";
  public static final String ONE_OFF = "com.docker.compose.oneoff";
  public static final String NUMBER = "com.docker.compose.container-number";
  public static final String CONFIG_HASH = "com.docker.compose.config-hash";
  public static final String IMAGE = "com.docker.compose.image";
  public static final String MOUNTED_IMAGES = "com.docker.compose.image-volume-digest";
  public static final String DEPENDS_ON = "com.docker.compose.depends_on";
  public static final String REPLACE = "com.docker.compose.replace";

  /** On a container of a hook: which kind it is, and which one of its list. */
  public static final String HOOK = ObservedContainer.HOOK;

  public static final String HOOK_INDEX = "com.docker.compose.hook-index";
  public static final String NETWORK = "com.docker.compose.network";
  public static final String VOLUME = "com.docker.compose.volume";

  /** A digest per field, versioned: what our own decisions read. */
  public static final String FINGERPRINT = "dev.fermata.fingerprint";

  private Labels() {}
}
