package io.tandem.gateway.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which permission bits open a route; one of them is enough, {@link Permission#NONE} opens it to all who are known. A
 * route without it takes {@link Permission#ADMIN} or
 * {@link Permission#MANAGER}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    int value();
}
