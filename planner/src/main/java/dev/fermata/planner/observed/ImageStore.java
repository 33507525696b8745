package dev.fermata.planner.observed;

/** How an engine keeps an image that is there for several platforms. */
public enum ImageStore {
  /** A name is of one image, for one platform: the last that was pulled or built. */
  ONE_PLATFORM,
  /** A name has an image for each platform that was pulled. */
  SEVERAL_PLATFORMS
}
