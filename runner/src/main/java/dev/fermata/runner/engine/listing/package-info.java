/** What an engine lists of containers, images and volumes for those who only look. */
@NullMarked
package dev.fermata.runner.engine.listing;

import org.jspecify.annotations.NullMarked;
