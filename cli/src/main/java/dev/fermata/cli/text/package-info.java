/**
 * The texts and JSON forms that commands print: tables, plans, failure reports, log lines. Pure:
 * values in, text out.
 */
@NullMarked
package dev.fermata.cli.text;

import org.jspecify.annotations.NullMarked;
