package dev.fermata.planner;

import dev.fermata.model.Value;

/** A file to write into a container, as UTF-8; owner and mode are numbers. */
public record ContainerFile(String path, Value content, int uid, int gid, int mode) {}
