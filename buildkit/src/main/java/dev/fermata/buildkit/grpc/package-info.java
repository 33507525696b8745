/**
 * gRPC on streams of bytes that an engine has handed over: sockets that are none, the methods of
 * both sides, calls that block. Knows neither what is asked nor what is answered.
 */
@NullMarked
package dev.fermata.buildkit.grpc;

import org.jspecify.annotations.NullMarked;
