package dev.fermata.model;

import java.util.Optional;

/**
 * A container port and where it is published. {@code published} is a port or a range ({@code
 * 8000-8010}); absent, the engine picks one. Protocol is {@code tcp}, {@code udp} or {@code sctp}.
 */
public record PortMapping(
    int target, Optional<String> published, Optional<String> hostIp, String protocol) {}
