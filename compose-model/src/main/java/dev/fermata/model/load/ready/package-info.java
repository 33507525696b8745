/** What makes a service ready, read from {@code x-ready} or from the labels of an image. */
@NullMarked
package dev.fermata.model.load.ready;

import org.jspecify.annotations.NullMarked;
