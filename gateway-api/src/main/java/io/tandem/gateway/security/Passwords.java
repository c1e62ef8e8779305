package io.tandem.gateway.security;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords, as Argon2id with 19 MiB and two passes; and short texts that only the owner of a password can read again.
 * At most one computation per processor runs at a time, so that a flood of log-ins cannot take all memory.
 */
@Singleton
public final class Passwords {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());
    /** A slow hash, with the salt and the parameters in it. */
    String hash(String password, byte[] salt) {
        return inTurn(() -> Password.hash(password.getBytes(StandardCharsets.UTF_8))
                .addSalt(salt)
                .with(ARGON2)
                .getResult());
    }

    /** Whether the password is the hash's, whatever its salt. */
    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(ARGON2));
    }

    /** Encrypts a text under a key made from the password (AES-GCM under Argon2id with a salt of its own). */
    public String seal(String password, String text) {
        byte[] salt = RandomSecrets.bytes(SALT_BYTES);
        byte[] nonce = RandomSecrets.bytes(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, password, salt, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(salt, SALT_BYTES + NONCE_BYTES + sealed.length);
            System.arraycopy(nonce, 0, all, SALT_BYTES, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, SALT_BYTES + NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Reads a text that {@link #seal} made.
     *
     * @throws IllegalArgumentException if the password is another one
     */
    public String open(String password, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        byte[] salt = Arrays.copyOf(all, SALT_BYTES);
        byte[] nonce = Arrays.copyOfRange(all, SALT_BYTES, SALT_BYTES + NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, password, salt, nonce)
                    .doFinal(all, SALT_BYTES + NONCE_BYTES, all.length - SALT_BYTES - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("sealed under another password", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, String password, byte[] salt, byte[] nonce) throws GeneralSecurityException {
        Hash key = inTurn(() -> Password.hash(password.getBytes(StandardCharsets.UTF_8))
                .addSalt(salt)
                .with(ARGON2));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.getBytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
