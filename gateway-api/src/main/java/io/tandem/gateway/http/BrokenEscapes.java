package io.tandem.gateway.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes every request target a URI. The server forgets the path of one that is none ({@code %ZZ}, a space, a brace) and
 * could not tell whose error shape to answer in; escaped, it is a path like any other, that nothing is found under. So is
 * one with {@code +}, {@code &} or {@code ;} in it, which it would take for something else.
 */
@Singleton
final class BrokenEscapes implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String HANDLER = "tandem-broken-escapes";
    private static final String LEGAL =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$&'()*+,;=%";

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Mending(null));
        return event.getBean();
    }

    /** The target, with everything escaped that may not stand in one, or that routes would not find in a path. */
    static String mend(String target) {
        String uri = uriOf(target);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        // A + in a path is a plus; the router's placeholders end at these three, and it decodes a + as in a form.
        String plain = path.replace("+", "%2B").replace("&", "%26").replace(";", "%3B");
        return query < 0 ? plain : plain + uri.substring(query);
    }

    private static String uriOf(String target) {
        if (isUri(target)) {
            return target;
        }
        StringBuilder mended = new StringBuilder(target.length() + 16);
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean isLegal = c == '%' ? isEscape(bytes, i) : LEGAL.indexOf(c) >= 0;
            if (isLegal) {
                mended.append(c);
            } else {
                mended.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
            }
        }
        String path = mended.toString();
        return isUri(path) ? path : "/";
    }

    private static boolean isUri(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length && HexFormat.isHexDigit(bytes[at + 1]) && HexFormat.isHexDigit(bytes[at + 2]);
    }

    private static final class Mending implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        Mending(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Mending(channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null && channel.pipeline().get(HANDLER) == null) {
                channel.pipeline().addBefore(channel.pipeline().lastContext().name(), HANDLER, Handler.ONE);
            }
        }
    }

    @Sharable
    private static final class Handler extends ChannelInboundHandlerAdapter {

        static final Handler ONE = new Handler();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest request) {
                request.setUri(mend(request.uri()));
                DoubledBoundary.mend(request.headers());
                forgetTypeOfNoBody(request);
            }
            super.channelRead(context, message);
        }

        /** Some clients name a content type in every request; the server would hold a DELETE's against its route. */
        private static void forgetTypeOfNoBody(HttpRequest request) {
            boolean hasBody = request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
                    || request.headers().getInt(HttpHeaderNames.CONTENT_LENGTH, 0) > 0;
            if (request.method().equals(HttpMethod.DELETE) && !hasBody) {
                request.headers().remove(HttpHeaderNames.CONTENT_TYPE);
            }
        }
    }
}
