package io.tandem.gateway.http;

import io.micronaut.core.bind.annotation.Bindable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The request body, read by {@link JsonBodies}. On an {@code ObjectNode} argument anything but an object is refused; on
 * a {@code JsonNode} argument any JSON value is bound.
 */
@Documented
@Bindable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Json {

    /** Whether the body may be empty; then a {@code MissingNode}, or an empty object, is bound. */
    boolean optional() default false;

    /** Whether a body that is not to be read as JSON is bound as a {@code MissingNode} instead of being refused. */
    boolean lenient() default false;
}
