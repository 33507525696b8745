package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;

/** A container that is followed. */
record Source(String id, ServiceName service) {}
