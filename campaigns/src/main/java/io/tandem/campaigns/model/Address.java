package io.tandem.campaigns.model;

/**
 * A destination or caller id with the labels a client gave it.
 *
 * @param written the destination's text as the client wrote it
 * @param targetName label of the destination, empty if none
 * @param name label of the address, empty if none
 * @param detail free text, empty if none
 */
public record Address(Destination destination, String written, String targetName, String name, String detail) {

    public static Address of(Destination destination) {
        return new Address(destination, destination.text(), "", "", "");
    }
}
