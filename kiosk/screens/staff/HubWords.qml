pragma Singleton
import QtQuick

// Why figures wait for the hub, and what to do, in words.
QtObject {
    function reason(why: string): string {
        switch (why) {
        case "no-hub":
            //: Why figures are not sent
            return qsTr("Figures stay on this device: it does not know where to send them.");
        case "no-network":
            //: Why figures are not sent
            return qsTr("This device has no network.");
        case "unreachable":
            //: Why figures are not sent
            return qsTr("There is a network, but the hub does not answer.");
        case "not-the-hub":
            //: Why figures are not sent
            return qsTr("Somebody else answers in the hub's place: often a page on which the network asks to log in.");
        case "clock":
            //: Why figures are not sent
            return qsTr("The date or time of this device is wrong, so that the hub cannot be told from others.");
        case "not-enrolled":
            //: Why figures are not sent
            return qsTr("The hub does not know this device.");
        case "revoked":
            //: Why figures are not sent
            return qsTr("The hub takes nothing from this device any more: it was shut out there.");
        case "refused":
        case "too-large":
            //: Why figures are not sent
            return qsTr("The hub refused what this device sent.");
        case "busy":
        case "fork":
            //: Why figures are not sent at the moment
            return qsTr("The hub is busy.");
        case "rate-limit":
            //: Why figures are sent slowly
            return qsTr("They are sent slowly on purpose, to spare the network.");
        case "disk":
            //: Why figures are not sent
            return qsTr("The disk of this device does not do its part.");
        default:
            return "";
        }
    }
    function remedy(why: string): string {
        switch (why) {
        case "no-hub":
        case "not-enrolled":
            //: What to do so that figures are sent
            return qsTr("Ask the operator for a code and enrol the device below.");
        case "no-network":
            //: What to do so that figures are sent
            return qsTr("Connect it, or write to a stick below and take it to the hub.");
        case "unreachable":
            //: What to do so that figures are sent
            return qsTr("Ask the operator whether the hub is running. A stick can carry them too.");
        case "not-the-hub":
            //: What to do so that figures are sent
            return qsTr("Ask who runs the network to let this device through.");
        case "clock":
            //: What to do so that figures are sent
            return qsTr("Set the date and the time.");
        case "revoked":
            //: What to do so that figures are sent
            return qsTr("Ask the operator why, and for a new code.");
        case "refused":
        case "too-large":
            //: What to do so that figures are sent
            return qsTr("Ask the operator to look at the hub.");
        case "busy":
        case "fork":
            //: What to do where figures are not sent at the moment
            return qsTr("Nothing: the device tries again by itself.");
        case "disk":
            //: What to do so that figures are sent
            return qsTr("Have somebody look at the disk: kiosk doctor says what is wrong.");
        default:
            return "";
        }
    }
}
