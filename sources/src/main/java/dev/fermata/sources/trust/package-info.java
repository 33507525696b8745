/**
 * Whom an encrypted connection may lead to: whom this system trusts, and for a registry those who
 * stand in its folder of certificates, which the docker engine reads as well. It knows nothing of
 * what is asked over the connection.
 */
@NullMarked
package dev.fermata.sources.trust;

import org.jspecify.annotations.NullMarked;
