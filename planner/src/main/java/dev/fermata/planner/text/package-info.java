/** The wording of plans and reasons; nothing else knows it. */
@NullMarked
package dev.fermata.planner.text;

import org.jspecify.annotations.NullMarked;
