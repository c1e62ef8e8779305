/**
 * The hub's stores on JDBC, one SQL for H2 and PostgreSQL.
 *
 * <p>{@link io.tandem.persistence.Database} is the one way in: it opens transactions, names their tenants to the
 * database and turns its failures into {@link io.tandem.campaigns.ports.StoreUnavailable}. Each store holds its own SQL.
 * Instants are stored in microseconds: what is finer is cut off when it is written.
 */
@NullMarked
package io.tandem.persistence;

import org.jspecify.annotations.NullMarked;
