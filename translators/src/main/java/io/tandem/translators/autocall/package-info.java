/**
 * The autocall v3 spoke: its wire documents to the hub and back, as pure functions. (autocall-v3.md; mapping.md)
 *
 * <p>Hand it JSON that was read with exact decimals ({@code USE_BIG_DECIMAL_FOR_FLOATS} without
 * {@code STRIP_TRAILING_BIGDECIMAL_ZEROES}): what the hub has no word for is given back as it was read.
 *
 * <p>Faults are thrown as {@code Failure.Invalid} with wire names, nested ones with dots ({@code network.mobi}). v3 has
 * two error shapes: a failure whose only violation names no field (the empty text) is to be rendered as
 * {@code {"error":"text"}}, any other as {@code {"error":[{"field":"text"},…]}}, one object a violation.
 */
@NullMarked
package io.tandem.translators.autocall;

import org.jspecify.annotations.NullMarked;
