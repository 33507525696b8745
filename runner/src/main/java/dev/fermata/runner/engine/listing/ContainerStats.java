package dev.fermata.runner.engine.listing;

/**
 * What a container uses at a moment; all zero where it does not run. {@code cpuPercent} is of one
 * processor, as the docker client counts; the rest is in bytes, and since the start.
 */
public record ContainerStats(
    double cpuPercent, Memory memory, Traffic network, Traffic blocks, long processes) {
  public static final ContainerStats NONE =
      new ContainerStats(0, new Memory(0, 0), new Traffic(0, 0), new Traffic(0, 0), 0);

  /** Without what the kernel would give back; {@code limit} is the host's where there is none. */
  public record Memory(long used, long limit) {
    public double percent() {
      return limit == 0 ? 0 : 100.0 * used / limit;
    }
  }

  /** What came in, or was read, and what went out, or was written. */
  public record Traffic(long in, long out) {
    public Traffic plus(Traffic more) {
      return new Traffic(in + more.in, out + more.out);
    }
  }
}
