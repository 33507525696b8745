@NullMarked
package dev.fermata.cli.remote;

import org.jspecify.annotations.NullMarked;
