/**
 * The rows of what services and jobs are beyond their container: build, dependencies, ports,
 * health, deployment.
 */
@NullMarked
package dev.fermata.model.schema.service;

import org.jspecify.annotations.NullMarked;
