/**
 * The messages that BuildKit takes and gives, as records, and protobuf's wire format in which they
 * travel: written and read by hand, a line per field. Knows neither gRPC nor what is done with
 * them.
 */
@NullMarked
package dev.fermata.buildkit.message;

import org.jspecify.annotations.NullMarked;
