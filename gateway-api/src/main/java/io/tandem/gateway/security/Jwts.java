package io.tandem.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The agents' tokens: HS256, claims {@code type}, {@code agent} and {@code expire}, seven days. (voipbin-v1.md, 1.1)
 * What an agent may do is asked of the agent at each request, never of the token.
 */
@Singleton
public final class Jwts {

    public static final Duration LIFE = Duration.ofDays(7);

    private static final String TYPE = "agent";

    private final MasterSecret secret;
    private final RealTime clock;

    Jwts(MasterSecret secret, RealTime clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Whom a good token names. */
    public record Subject(TenantId tenant, UUID agent) {}

    public String issue(Agent agent) {
        Instant expires = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("id", agent.id().toString());
        who.put("customer_id", agent.tenant().toString());
        who.put("username", agent.username());
        who.put("name", agent.name());
        who.put("permission", agent.permission());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim("type", TYPE)
                .claim(TYPE, who)
                .claim("expire", expires.toString())
                .expirationTime(Date.from(expires))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(secret.jwtKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 takes a key of 32 bytes", e);
        }
    }

    /** Whom the token names; empty if it is not ours, was changed, or has expired. */
    public Optional<Subject> read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(secret.jwtKey()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            Map<String, Object> who = claims.getJSONObjectClaim(TYPE);
            if (expires == null || who == null || !clock.instant().isBefore(expires.toInstant())) {
                return Optional.empty();
            }
            return Optional.of(new Subject(
                    TenantId.of(String.valueOf(who.get("customer_id"))),
                    UUID.fromString(String.valueOf(who.get("id")))));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text has the shape of a JWT; our access keys and autocall tokens have no dots. */
    static boolean looksLike(String text) {
        return text.chars().filter(c -> c == '.').count() == 2;
    }
}
