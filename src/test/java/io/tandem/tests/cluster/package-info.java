/** Several replicas on one PostgreSQL. */
@NullMarked
package io.tandem.tests.cluster;

import org.jspecify.annotations.NullMarked;
