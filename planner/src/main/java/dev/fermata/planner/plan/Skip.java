package dev.fermata.planner.plan;

/**
 * Something that a command names and has nothing to do with: {@code Image busybox}, or a service by
 * its name alone; {@code why} may be empty.
 */
public record Skip(String subject, String why) {}
