package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;

/** A container that is followed. */
record FollowedContainer(String id, ServiceName service) {}
