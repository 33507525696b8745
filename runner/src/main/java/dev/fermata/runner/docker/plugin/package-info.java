/**
 * Programs beside the docker client: those that provide services, and the plugin for models. How
 * they are found, called and understood; what their answers mean for a plan, others know.
 */
@NullMarked
package dev.fermata.runner.docker.plugin;

import org.jspecify.annotations.NullMarked;
