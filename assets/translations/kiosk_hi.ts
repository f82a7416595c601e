<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_GB">
<context>
    <name>Attract</name>
    <message>
        <source>Everything here has a story</source>
        <translation>यहाँ हर चीज़ की एक कहानी है</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>शुरू करने के लिए छुएँ</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>All stops</source>
        <extracomment>Title of the list of all stops</extracomment>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>In the empty search field</extracomment>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Nothing is found by these words. Fewer letters find more.</source>
        <extracomment>Where a search finds no stop</extracomment>
        <translation>इन शब्दों से कुछ नहीं मिला। कम अक्षरों से ज़्यादा मिलता है।</translation>
    </message>
</context>
<context>
    <name>DepthSwitch</name>
    <message>
        <source>In short</source>
        <extracomment>How much a visitor wants to be told: the least</extracomment>
        <translation>संक्षेप में</translation>
    </message>
    <message>
        <source>The story</source>
        <extracomment>How much a visitor wants to be told: the usual</extracomment>
        <translation>कहानी</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>How much a visitor wants to be told: the most</extracomment>
        <translation>पूरी बात</translation>
    </message>
    <message>
        <source>For children</source>
        <extracomment>The story told for children</extracomment>
        <translation>बच्चों के लिए</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 सेकंड</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>This guide is resting</source>
        <extracomment>Title of the page shown while no content is installed</extracomment>
        <translation>यह गाइड अभी विश्राम में है</translation>
    </message>
    <message>
        <source>There is nothing to tell on this device yet. The people at the desk will give you another one.</source>
        <extracomment>To visitors, while no content is installed</extracomment>
        <translation>इस उपकरण पर बताने को अभी कुछ नहीं है। काउंटर पर आपको दूसरा उपकरण मिल जाएगा।</translation>
    </message>
    <message>
        <source>For staff: no content pack is installed, or none can be read. “kiosk doctor” says what is wrong; “kiosk pack install FILE” brings one.</source>
        <extracomment>To staff, while no content is installed</extracomment>
        <translation>कर्मचारियों के लिए: कोई सामग्री-पैक स्थापित नहीं है, या कोई पढ़ा नहीं जा सकता। “kiosk doctor” बताता है कि क्या ग़लत है; “kiosk pack install FILE” पैक लाता है।</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Done</source>
        <extracomment>Leaves the last page; everything of the visit is wiped</extracomment>
        <translation>ठीक है</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>End your visit?</source>
        <extracomment>Asked before the visit is ended</extracomment>
        <translation>यात्रा पूरी करें?</translation>
    </message>
    <message>
        <source>You will see what you saw. Then everything about your visit is wiped from this device.</source>
        <extracomment>Says what ending the visit does</extracomment>
        <translation>पहले आप देखेंगे कि आपने क्या-क्या देखा। फिर आपकी यात्रा की हर बात इस उपकरण से मिटा दी जाएगी।</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>यात्रा जारी रखें</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Your visit</source>
        <extracomment>Title of the last page</extracomment>
        <translation>आपकी यात्रा</translation>
    </message>
    <message>
        <source>%1 of %2 stops</source>
        <extracomment>For example &quot;3 of 10 stops&quot;; after it come the minutes</extracomment>
        <translation>%2 में से %1 पड़ाव</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visit was</extracomment>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>You stayed longest with</source>
        <extracomment>Heading over the stop this visitor stayed with longest</extracomment>
        <translation>सबसे देर आप यहाँ ठहरे</translation>
    </message>
    <message>
        <source>For another time</source>
        <extracomment>Heading over stops this visitor did not open</extracomment>
        <translation>फिर कभी के लिए</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Heading over other heritage sites near by</extracomment>
        <translation>आसपास</translation>
    </message>
    <message>
        <source>from sunrise to sunset</source>
        <extracomment>Opening hours, after the days</extracomment>
        <translation>सूर्योदय से सूर्यास्त तक</translation>
    </message>
    <message>
        <source>Open daily %1</source>
        <extracomment>Opening hours of every day; the hours follow</extracomment>
        <translation>रोज़ खुला: %1</translation>
    </message>
    <message>
        <source>Open %1: %2</source>
        <extracomment>Opening hours of some days; the days and their hours follow</extracomment>
        <translation>%1 को खुला: %2</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>A distance in metres</extracomment>
        <translation>लगभग %1 मी</translation>
    </message>
    <message>
        <source>about %1 km</source>
        <extracomment>A distance in kilometres</extracomment>
        <translation>लगभग %1 किमी</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <extracomment>Goes back to the page before; short, below an icon</extracomment>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again; short, below an icon</extracomment>
        <translation>अक्षरों का आकार</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Ends this visit and wipes it from the device; short, below an icon</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>Type a number</source>
        <extracomment>Goes to the number pad</extracomment>
        <translation>संख्या टाइप करें</translation>
    </message>
    <message>
        <source>All stops</source>
        <extracomment>Goes to the list of all stops</extracomment>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <extracomment>Goes to the plan of the site</extracomment>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Walks</source>
        <extracomment>Heading over ready-made tours</extracomment>
        <translation>सैर</translation>
    </message>
    <message>
        <source>Type the number on the label of a stop</source>
        <extracomment>Guidance where the device has no camera</extracomment>
        <translation>किसी पड़ाव की पट्टिका पर लिखी संख्या टाइप करें</translation>
    </message>
    <message>
        <source>That code belongs to something else. Look for the small label beside a stop.</source>
        <extracomment>After a code that is not of this site (a poster, a ticket)</extracomment>
        <translation>यह कोड किसी और चीज़ का है। पड़ाव के पास लगी छोटी पट्टिका देखें।</translation>
    </message>
    <message>
        <source>This stop is newer than the guide on this device. All other stops are here.</source>
        <extracomment>After a code of this site that the installed content does not have yet</extracomment>
        <translation>यह पड़ाव इस उपकरण की जानकारी से नया है। बाक़ी सभी पड़ाव यहाँ हैं।</translation>
    </message>
    <message>
        <source>Hold it a little nearer and still, or type the number below the code.</source>
        <extracomment>After a code that is in view and cannot be read</extracomment>
        <translation>उपकरण को थोड़ा पास और स्थिर रखें, या कोड के नीचे लिखी संख्या टाइप करें।</translation>
    </message>
    <message>
        <source>Point at the code beside a stop</source>
        <extracomment>Guidance over the camera&apos;s picture</extracomment>
        <translation>कैमरे को पड़ाव के पास लगे कोड की ओर करें</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Number: %1</source>
        <extracomment>Read aloud: what has been typed so far</extracomment>
        <translation>संख्या: %1</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Look at the label once more, or choose from all stops.</source>
        <extracomment>After a number that no stop here bears</extracomment>
        <translation>यहाँ %1 संख्या का कोई पड़ाव नहीं है। पट्टिका फिर देखें, या सभी पड़ावों में से चुनें।</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Opens the stop whose number was typed; short, on a key</extracomment>
        <translation>खोलें</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <extracomment>Title of the page where the language is chosen</extracomment>
        <translation>अपनी भाषा चुनें</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Heading over the choice of text size, as on the foot&apos;s button</extracomment>
        <translation>अक्षरों का आकार</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Size of the text</extracomment>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Size of the text</extracomment>
        <translation>बड़ा</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>Size of the text</extracomment>
        <translation>सबसे बड़ा</translation>
    </message>
    <message>
        <source>Light of the screen</source>
        <extracomment>Heading over the choice of dark, light or high contrast screens</extracomment>
        <translation>स्क्रीन की रोशनी</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>A dark screen, for galleries</extracomment>
        <translation>गहरी</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>A light screen, for outdoors</extracomment>
        <translation>उजली</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>Black and white, the greatest contrast</extracomment>
        <translation>उच्च कंट्रास्ट</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Plan of the site</source>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Floor</source>
        <extracomment>Heading over the floors of the plan</extracomment>
        <translation>तल</translation>
    </message>
    <message>
        <source>Filled: seen. Ringed: you are here.</source>
        <extracomment>How to read the plan</extracomment>
        <translation>भरा हुआ: देखा हुआ। घेरे में: आप यहाँ हैं।</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Which one is it?</source>
        <extracomment>Title of the choice between stops with the same number</extracomment>
        <translation>इनमें से कौन-सा?</translation>
    </message>
    <message>
        <source>Type the number on the label</source>
        <extracomment>Title of the number pad</extracomment>
        <translation>पट्टिका पर लिखी संख्या टाइप करें</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>सभी पड़ाव</translation>
    </message>
</context>
<context>
    <name>PictureCloseUp</name>
    <message>
        <source>Nearer</source>
        <extracomment>Enlarges a picture</extracomment>
        <translation>और पास</translation>
    </message>
    <message>
        <source>Further away</source>
        <extracomment>Makes an enlarged picture smaller again</extracomment>
        <translation>और दूर</translation>
    </message>
</context>
<context>
    <name>PictureShow</name>
    <message>
        <source>Look closer</source>
        <extracomment>Shows the stop&apos;s picture over the whole page, to be enlarged</extracomment>
        <translation>पास से देखें</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <extracomment>Shows the next of several pictures; for example &quot;Picture 1 of 3&quot;</extracomment>
        <translation>चित्र %1 / %2</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Pause</source>
        <extracomment>Pauses the voice; short, below an icon</extracomment>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>Starts the voice, or lets it go on; short, below an icon</extracomment>
        <translation>सुनें</translation>
    </message>
    <message>
        <source>Back %1 s</source>
        <extracomment>Goes back ten seconds in the story; short, below an icon</extracomment>
        <translation>%1 से. पीछे</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <extracomment>How fast the voice speaks, for example &quot;Speed 1.25&quot;; short, below an icon</extracomment>
        <translation>गति %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Place in the story</source>
        <extracomment>Read aloud: the slider that tells how far the story has been told</extracomment>
        <translation>कहानी में स्थान</translation>
    </message>
</context>
<context>
    <name>SitePage</name>
    <message>
        <source>Where are you?</source>
        <extracomment>Title of the page where one of several heritage sites is chosen</extracomment>
        <translation>आप कहाँ हैं?</translation>
    </message>
</context>
<context>
    <name>StillThereQuestion</name>
    <message>
        <source>Still there?</source>
        <extracomment>Asked when nobody has touched the screen for a while</extracomment>
        <translation>क्या आप यहीं हैं?</translation>
    </message>
    <message>
        <source>The visit ends in %1 s and everything about it is wiped.</source>
        <extracomment>Counts down the seconds until the visit ends by itself</extracomment>
        <translation>%1 सेकंड में यात्रा समाप्त होगी और उसकी हर बात मिटा दी जाएगी।</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>हाँ, जारी रखें</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
</context>
<context>
    <name>StopFacts</name>
    <message>
        <source>How do we know this?</source>
        <extracomment>Heading over the statements and their sources</extracomment>
        <translation>यह हमें कैसे पता है?</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <extracomment>Heading over the objects that belong to a stop, as the museum&apos;s catalogue names them</extracomment>
        <translation>सूचीपत्र में</translation>
    </message>
    <message>
        <source>Number %1</source>
        <extracomment>An object&apos;s number in the museum&apos;s catalogue</extracomment>
        <translation>संख्या %1</translation>
    </message>
    <message>
        <source>Published by %1</source>
        <extracomment>Who publishes the content</extracomment>
        <translation>प्रकाशक: %1</translation>
    </message>
    <message>
        <source>Last checked on %1</source>
        <extracomment>When the content was last checked; a date follows</extracomment>
        <translation>पिछली जाँच: %1</translation>
    </message>
</context>
<context>
    <name>StopHead</name>
    <message>
        <source>Stop %1</source>
        <extracomment>Above a stop&apos;s title, for example &quot;Stop 3&quot;</extracomment>
        <translation>पड़ाव %1</translation>
    </message>
</context>
<context>
    <name>StopNext</name>
    <message>
        <source>Next</source>
        <extracomment>Heading over the stops to see next</extracomment>
        <translation>आगे</translation>
    </message>
    <message>
        <source>The nearest you have not seen</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>सबसे पास का, जो आपने नहीं देखा</translation>
    </message>
    <message>
        <source>Follows in the curator&apos;s order</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>संग्रहाध्यक्ष के क्रम में अगला</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>अभी नहीं देखा</translation>
    </message>
    <message>
        <source>%1 · about %2 m</source>
        <extracomment>A reason, then about how far it is in metres</extracomment>
        <translation>%1 · लगभग %2 मी</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>Seen</source>
        <extracomment>Beside a stop this visitor has opened</extracomment>
        <translation>देखा हुआ</translation>
    </message>
</context>
<context>
    <name>StopStory</name>
    <message>
        <source>The headphones are out. Touch Play to go on.</source>
        <extracomment>After the headphones were pulled out and the voice has paused</extracomment>
        <translation>हेडफ़ोन निकल गए हैं। आगे सुनने के लिए “सुनें” छुएँ।</translation>
    </message>
    <message>
        <source>This device has no sound. The words run along.</source>
        <extracomment>Where the device has no sound output</extracomment>
        <translation>इस उपकरण में आवाज़ नहीं है। शब्द साथ-साथ चलते हैं।</translation>
    </message>
    <message>
        <source>There is no voice in this language on this device. The words run along.</source>
        <extracomment>Where neither a recording nor a voice serves the language</extracomment>
        <translation>इस उपकरण पर इस भाषा की आवाज़ नहीं है। शब्द साथ-साथ चलते हैं।</translation>
    </message>
    <message>
        <source>The voice speaks %1.</source>
        <extracomment>Where the recording is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>आवाज़ %1 में है।</translation>
    </message>
    <message>
        <source>This stop is not yet told in your language.</source>
        <extracomment>Where the text is not there in the visitor&apos;s language</extracomment>
        <translation>इस पड़ाव की कहानी अभी आपकी भाषा में नहीं है।</translation>
    </message>
</context>
<context>
    <name>TourRow</name>
    <message>
        <source>%1 min</source>
        <extracomment>The length of a tour in minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
</context>
</TS>
