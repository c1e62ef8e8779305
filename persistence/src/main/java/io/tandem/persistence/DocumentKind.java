package io.tandem.persistence;

import io.tandem.campaigns.model.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that is stored as a document.
 *
 * @param table all such tables have the same first columns (V1__tables.sql)
 * @param columns what stands beside the document because queries need it or others than the document's writer change it
 * @param overlay puts back onto the document the columns that win over it
 */
record DocumentKind<T extends Stored>(String table, Class<T> type, List<Column<T>> columns, Overlay<T> overlay) {

    /** A column and where its value is taken from when the object is written. */
    record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** Makes the object as it is now of the document as it was written. */
    @FunctionalInterface
    interface Overlay<T> {
        T onto(T document, ResultSet row) throws SQLException;
    }

    static <T extends Stored> DocumentKind<T> plain(String table, Class<T> type) {
        return new DocumentKind<>(table, type, List.of(), (document, row) -> document);
    }

    static <T extends Stored> DocumentKind<T> with(String table, Class<T> type, List<Column<T>> columns) {
        return new DocumentKind<>(table, type, columns, (document, row) -> document);
    }
}
