package dev.fermata.runner.engine.listing;

/** What an engine keeps on its disk. */
public record DiskUsage(Share images, Share containers, Share volumes, Share buildCache) {

  /** How many there are; in bytes their size, and what of it nobody uses now. */
  public record Share(int count, long size, long unused) {}

  /** All of what nobody uses. */
  public long unused() {
    return images.unused() + containers.unused() + volumes.unused() + buildCache.unused();
  }
}
